import type { DeltaLine } from '#domain/kitchen/ticket-delta.ts'
import { formatTime } from '#i18n/dates.ts'
import { ENGLISH_TICKET, type TicketLabels } from './kitchen-words.ts'

/** A kitchen ticket as a document: plain JSON, made once from what the kitchen has to hear. [PRINT1] */
export interface KitchenTicket {
  readonly kind: 'kitchen'
  readonly station: string
  readonly number: string
  /** Null: nobody sits anywhere. */
  readonly table: string | null
  /** What people call the service, where it is not at a table. */
  readonly service: string | null
  readonly guest: string
  readonly waiter: string
  readonly time: string
  /** When it is promised for; null: as soon as it can be. */
  readonly due: string | null
  /** When it was sent, if that was long ago. */
  readonly late: string | null
  /** What it tells of on the whole: all its lines are new, all are cancelled, or something changed. */
  readonly tells: DeltaLine['kind']
  /** By course; cancelled lines first. */
  readonly lines: readonly TicketDocLine[]
  readonly labels: TicketLabels
}

export interface TicketDocLine {
  readonly kind: DeltaLine['kind']
  readonly qty: string
  /** How many it was; null: as many as now, or none. */
  readonly qtyBefore: string | null
  readonly name: string
  readonly modifiers: readonly { readonly text: string; readonly depth: number }[]
  /** What its guest must not eat; absent: nobody said. [ALLERGY3] */
  readonly allergy?: string
  readonly note: string
  /** 0: for the table. */
  readonly seat: number
  /** 0: no course. */
  readonly course: number
  readonly moved: boolean
}

export interface TicketInput {
  readonly station: string
  readonly number: string
  readonly table: string | null
  readonly service: string
  readonly guest: string
  readonly waiter: string
  readonly lines: readonly DeltaLine[]
  readonly sentAt: number
  readonly isLate: boolean
  readonly dueAt: number | null
  readonly zone: string
  readonly locale: string
  readonly labels?: TicketLabels
}

/** Pure: the same change always gives the same document. [PRINT1] [TICKET2] */
export function ticketDocument(input: TicketInput): KitchenTicket {
  const { labels = ENGLISH_TICKET, zone, locale, sentAt, dueAt, lines } = input
  const time = formatTime(sentAt, zone, locale)
  const kinds = new Set(lines.map(({ kind }) => kind))
  const [only] = kinds
  return {
    kind: 'kitchen',
    station: input.station,
    number: input.number,
    table: input.table,
    service: input.table === null ? (labels.services[input.service] ?? input.service) : null,
    guest: input.guest,
    waiter: input.waiter,
    time,
    due: dueAt === null ? null : formatTime(dueAt, zone, locale),
    late: input.isLate ? time : null,
    tells: kinds.size === 1 && only !== undefined ? only : 'changed',
    lines: lines.map((line) => docLine(line, labels)).toSorted(byReading),
    labels,
  }
}

function docLine({ kind, line, qtyBefore, moved, told }: DeltaLine, labels: TicketLabels): TicketDocLine {
  // The kitchen makes pieces: of a combo's "3 tacos", twice, six. What it was told before is counted in units.
  const pieces = told.qty === 0 ? 1 : line.qty / told.qty
  const name = line.variant === '' ? line.name : `${line.name} ${line.variant}`
  return {
    kind,
    qty: String(line.qty),
    qtyBefore: kind === 'changed' && qtyBefore !== told.qty ? String(qtyBefore * pieces) : null,
    name: line.combo === '' ? name : `${name} (${line.combo})`,
    modifiers: line.modifiers.map(({ name: modifier, prefix, qty, depth }) => ({
      text: [labels.prefixes[prefix] ?? '', modifier, qty > 1 ? `x${qty}` : ''].filter(Boolean).join(' '),
      depth,
    })),
    ...((line.allergies ?? []).length === 0 ? {} : { allergy: allergyOf(line, labels) }),
    note: line.note,
    seat: line.seat,
    course: line.course,
    moved,
  }
}

function allergyOf({ allergies = [] }: DeltaLine['line'], labels: TicketLabels): string {
  return `${labels.allergy} ${allergies.map((one) => labels.allergens[one] ?? one).join(', ')}`.toUpperCase()
}

/** A cook reads what to stop first, then course by course; within one, in the order of the till. */
function byReading(a: TicketDocLine, b: TicketDocLine): number {
  return rank(a) - rank(b)
}

function rank({ kind, course }: TicketDocLine): number {
  return kind === 'cancelled' ? -1 : course
}
