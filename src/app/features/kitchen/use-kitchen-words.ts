import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAge } from '#app/ui/use-age.ts'
import type { Preparation } from '#domain/item/item.ts'
import type { Ticket, TicketLine } from '#domain/kitchen/ticket.ts'

/** A voided line has no preparation any more. */
export type LineState = Preparation | 'void'
export type TicketStep = 'preparing' | 'ready' | 'recall' | 'clear'

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
  /** What was chosen, one to a text line; what hangs below another is set in. */
  modifiers(modifiers: TicketLine['modifiers']): string
  age(ms: number): string
  place(ticket: Pick<Ticket, 'service' | 'tableName'>): Place
}

export function useKitchenWords(): KitchenWords {
  const { t } = useTranslation('kitchen')
  const age = useAge()
  return useMemo((): KitchenWords => {
    const state = {
      pending: t('state.pending'),
      preparing: t('state.preparing'),
      ready: t('state.ready'),
      void: t('state.void'),
    }
    const services = { dine_in: t('service.dine_in'), takeaway: t('service.takeaway') }
    return {
      late: t('late'),
      state,
      preparation: {
        pending: t('preparation.pending'),
        preparing: t('preparation.preparing'),
        ready: t('preparation.ready'),
        void: t('preparation.void'),
      },
      move: {
        preparing: t('move.preparing'),
        ready: t('move.ready'),
        recall: t('move.recall'),
        clear: t('move.clear'),
      },
      moveLabel: (step, number) => t(`moveLabel.${step}`, { number }),
      ticketLabel: (number, place, of) => t('ticketLabel', { number, place, state: state[of] }),
      lines: (number) => t('lines', { number }),
      lineLabel: (name, of) => t('lineLabel', { name, state: state[of] }),
      qty: (count) => t('qty', { count }),
      note: (note) => t('note', { note }),
      modifiers: (all) =>
        all
          .map(({ name, prefix, qty, depth }) => {
            const words = prefix === '' ? name : t(`modifier.${prefix}`, { name })
            return `${'– '.repeat(depth)}${qty > 1 ? `${qty} × ` : ''}${words}`
          })
          .join('\n'),
      age,
      place: ({ service, tableName }) => {
        const words = service === 'takeaway' ? services.takeaway : services.dine_in
        return { name: tableName === null ? words : t('table', { name: tableName }), service: words }
      },
    }
  }, [t, age])
}
