import { allergens } from '#i18n/en/allergens.ts'

/** The words printed around a kitchen ticket. They travel inside the document. */
export interface TicketLabels {
  readonly new: string
  readonly changed: string
  readonly cancelled: string
  readonly table: string
  readonly order: string
  readonly seat: string
  readonly course: string
  readonly was: string
  readonly moved: string
  readonly due: string
  readonly late: string
  readonly allergy: string
  readonly allergens: Readonly<Record<string, string>>
  readonly prefixes: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, string>>
  readonly copy: string
  readonly backup: string
  readonly maybe: string
  readonly check: string
}

export const ENGLISH_TICKET: TicketLabels = {
  new: 'NEW',
  changed: 'CHANGED',
  cancelled: 'CANCELLED',
  table: 'TABLE',
  order: 'Order',
  seat: 'Seat',
  course: 'COURSE',
  was: 'was',
  moved: 'MOVED HERE',
  due: 'For',
  late: 'LATE: SENT',
  allergy: 'ALLERGY:',
  allergens,
  prefixes: { no: 'NO', extra: 'EXTRA', side: 'ON THE SIDE' },
  services: { takeaway: 'TAKEAWAY', delivery: 'DELIVERY', tab: 'TAB', dine_in: 'DINE IN' },
  copy: 'COPY',
  backup: 'BACKUP FROM',
  maybe: 'MAY ALSO PRINT AT',
  check: 'CHECK BEFORE COOKING',
}
