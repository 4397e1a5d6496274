import { useTranslation } from 'react-i18next'
import type { Ticket } from '#domain/kitchen/ticket.ts'

export interface Place {
  /** Where the food goes: a table, or out of the house. */
  readonly name: string
  readonly service: string
}

/** Where a ticket's food goes, in words. */
export function usePlace({ service, tableName }: Ticket): Place {
  const { t } = useTranslation('kitchen')
  const words = service === 'takeaway' ? t('service.takeaway') : t('service.dine_in')
  return { name: tableName === null ? words : t('table', { name: tableName }), service: words }
}
