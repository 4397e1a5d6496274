import type { DeltaLine } from '#domain/kitchen/ticket-delta.ts'
import type { KitchenLine } from '#domain/kitchen/line-text.ts'
import type { TicketInput } from './kitchen-ticket.ts'

/** What the kitchen hears of one line, new unless said otherwise. For tests of paper. */
export function deltaLine(
  name: string,
  line: Partial<KitchenLine> = {},
  delta: Partial<Omit<DeltaLine, 'line'>> = {},
): DeltaLine {
  const qty = line.qty ?? 1
  return {
    kind: 'new',
    qtyBefore: 0,
    moved: false,
    told: { itemId: name, revision: 'r', place: 'p', qty, times: 1 },
    ...delta,
    line: {
      itemId: name,
      stationId: 'grill',
      qty,
      name,
      variant: '',
      combo: '',
      modifiers: [],
      note: '',
      seat: 0,
      course: 0,
      ...line,
    },
  }
}

/** A table's order with everything a line can have, sent at 19:05 in Lisbon. */
export function ticketInput(changes: Partial<TicketInput> = {}): TicketInput {
  return {
    station: 'Grill',
    number: 'A-042',
    table: '12',
    service: 'dine_in',
    guest: '',
    waiter: 'Inês Peña',
    lines: [
      deltaLine('Bife à casa', {
        qty: 2,
        variant: 'Large',
        seat: 3,
        course: 2,
        note: 'ALLERGY: nuts',
        modifiers: [
          { name: 'Onion', prefix: 'no', qty: 1, depth: 0 },
          { name: 'Cheese', prefix: 'extra', qty: 2, depth: 0 },
          { name: 'Smoked', prefix: '', qty: 1, depth: 1 },
        ],
      }),
      deltaLine('Caldo verde', { course: 1 }),
      deltaLine('Pão com chouriço e queijo da serra amanteigado', { qty: 12, combo: 'Menu do dia' }),
    ],
    sentAt: Date.UTC(2026, 10, 20, 19, 5),
    isLate: false,
    dueAt: null,
    zone: 'Europe/Lisbon',
    locale: 'en-GB',
    ...changes,
  }
}
