import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useAge } from '#app/ui/use-age.ts'
import type { Preparation } from '#domain/item/item.ts'
import { clashOf } from '#domain/menu/line-allergens.ts'
import { NOTHING_STATED, type Allergen } from '#domain/menu/allergens.ts'
import type { LineMark, Ticket, TicketLine } from '#domain/kitchen/ticket.ts'
import { SERVICES, type Service } from '#domain/order/order.ts'

/** A voided line has no preparation any more. */
export type LineState = Preparation | 'void'
export type TicketStep = 'preparing' | 'ready' | 'recall' | 'clear'

export interface AllergyWords {
  readonly mark: string
  readonly dish: string
}

export interface Place {
  /** Where the food goes: a table, or out of the house. */
  readonly name: string
  readonly service: string
}

/**
 * What stands on tickets, in the language of the screen. Looked up once for a whole board: a hook in each badge of
 * each line would cost more than all the rest of a new ticket.
 */
export interface KitchenWords {
  readonly late: string
  readonly state: { readonly [state in LineState]: string }
  readonly preparation: { readonly [state in LineState]: string }
  readonly move: { readonly [step in TicketStep]: string }
  moveLabel(step: TicketStep, number: string): string
  ticketLabel(number: string, place: string, state: LineState): string
  lines(number: string): string
  lineLabel(name: string, state: LineState): string
  qty(count: number): string
  note(note: string): string
  /** "ALLERGY: milk", and what is known of the dish; null: nobody said any. */
  allergy(line: Pick<TicketLine, 'allergies' | 'allergens'>): AllergyWords | null
  readonly mark: { readonly [mark in Exclude<LineMark, 'none'>]: string }
  /** A modifier as a cook shouts it: "NO onions". */
  modifier(modifier: TicketLine['modifiers'][number]): string
  was(count: number): string
  seat(seat: number): string
  course(course: number): string
  due(ms: number): string
  age(ms: number): string
  place(ticket: Pick<Ticket, 'service' | 'tableName' | 'guestName'>): Place
}

export function useKitchenWords(): KitchenWords {
  const { t } = useTranslation('kitchen')
  const age = useAge()
  const { time } = useFormat()
  return useMemo((): KitchenWords => {
    const states = statesOf(t)
    return {
      ...states,
      late: t('late'),
      move: {
        preparing: t('move.preparing'),
        ready: t('move.ready'),
        recall: t('move.recall'),
        clear: t('move.clear'),
      },
      mark: { new: t('mark.new'), changed: t('mark.changed') },
      moveLabel: (step, number) => t(`moveLabel.${step}`, { number }),
      ticketLabel: (number, place, of) => t('ticketLabel', { number, place, state: states.state[of] }),
      lines: (number) => t('lines', { number }),
      lineLabel: (name, of) => t('lineLabel', { name, state: states.state[of] }),
      qty: (count) => t('qty', { count }),
      note: (note) => t('note', { note }),
      allergy: (line) => allergyOf(line, t),
      modifier: ({ name, prefix, qty }) => {
        const what = prefix === '' ? name : t(`modifier.${prefix}`, { name })
        return qty > 1 ? t('times', { count: qty, what }) : what
      },
      was: (count) => t('was', { count }),
      seat: (seat) => t('seat', { seat }),
      course: (course) => t('course', { course }),
      due: (ms) => t('due', { time: time(ms) }),
      age,
      place: (ticket) => placeOf(ticket, t),
    }
  }, [t, age, time])
}

/** Beside the allergy what a cook has to look at: that the dish has it, or that nobody knows. [ALLERGY3] */
function allergyOf(
  { allergies = [], allergens }: Pick<TicketLine, 'allergies' | 'allergens'>,
  t: TFunction<'kitchen'>,
): AllergyWords | null {
  if (allergies.length === 0) return null
  const words = (list: readonly Allergen[]): string => list.map((one) => t(`allergen.${one}`)).join(', ')
  const mark = t('allergy', { what: words(allergies) })
  const { contains, unknown } = clashOf(allergens ?? NOTHING_STATED, allergies)
  const dish = [
    contains.length > 0 ? t('contains', { what: words(contains) }) : '',
    unknown ? t('notStated') : '',
  ]
  return { mark, dish: dish.filter(Boolean).join(' · ') }
}

function statesOf(t: TFunction<'kitchen'>): Pick<KitchenWords, 'state' | 'preparation'> {
  return {
    state: {
      pending: t('state.pending'),
      preparing: t('state.preparing'),
      ready: t('state.ready'),
      void: t('state.void'),
    },
    preparation: {
      pending: t('preparation.pending'),
      preparing: t('preparation.preparing'),
      ready: t('preparation.ready'),
      void: t('preparation.void'),
    },
  }
}

function placeOf(
  { service, tableName, guestName }: Pick<Ticket, 'service' | 'tableName' | 'guestName'>,
  t: TFunction<'kitchen'>,
): Place {
  const known: Service = SERVICES.find((one) => one === service) ?? 'dine_in'
  const words = t(`service.${known}`)
  if (tableName !== null) return { name: t('table', { name: tableName }), service: words }
  return { name: guestName === '' ? words : guestName, service: words }
}
