import { shifts } from '#i18n/en/shifts.ts'
import type { CashMoveKind } from '#domain/shift/shift.ts'

/** The words of the papers of the house. */
export const SLIP_WORDS = {
  moves: {
    paid_in: 'PAID-IN',
    paid_out: 'PAID-OUT',
    drop: 'DROP TO THE SAFE',
    tip_out: 'TIP-OUT',
    no_sale: 'NO SALE',
  } satisfies Record<CashMoveKind, string>,
  refund: 'REFUND',
  z: 'Z REPORT',
  x: 'X REPORT',
  test: 'TEST PRINT',
  letters: ['ÄÖÜ äöü ß é è ñ ç å ø', 'Łódź Čapek Žižkov', '€ £ $ ¥ ½ °'],
  right: 'at the right edge',
  order: 'Order',
  party: 'Given to',
  reason: 'Reason',
  amount: 'Amount',
  by: 'By',
  approvedBy: 'Approved by',
  signed: 'Signature',
  guest: 'Guest',
  tipOfIt: 'of it tip',
  rounding: 'Rounding',
  businessDate: 'Business day',
  orders: 'Orders',
  covers: 'Covers',
  ofNet: 'net',
  givenBack: 'given back',
  total: 'TOTAL',
  /** As on the screen: one word for one thing. */
  figures: shifts.figures,
  methods: {
    cash: 'Cash',
    card: 'Card',
    voucher: 'Voucher',
    account: 'On account',
    other: 'Other',
  } as Readonly<Record<string, string>>,
} as const
