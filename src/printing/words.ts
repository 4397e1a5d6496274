/** The words printed around the figures of a receipt. They travel inside the document. */
export interface ReceiptLabels {
  readonly order: string
  readonly table: string
  readonly covers: string
  readonly waiter: string
  readonly taxNumber: string
  readonly subtotal: string
  readonly total: string
  readonly taxRelief: string
  readonly tip: string
  readonly rounding: string
  readonly tendered: string
  readonly change: string
  readonly taxesIncluded: string
  readonly net: string
  readonly tax: string
  readonly copy: string
  readonly check: string
  readonly rest: string
  /** The one line of a check that is a sum. */
  readonly share: string
  readonly discounts: string
  readonly charges: string
  /** Over the bill before it is paid, what is left of it, and below it. */
  readonly bill: string
  readonly toPay: string
  readonly noReceipt: string
}

export interface ReceiptWords extends ReceiptLabels {
  /** What a payment method is called on paper; a method without a word prints its own name. */
  readonly methods: Readonly<Record<string, string>>
}

export const ENGLISH_RECEIPT: ReceiptWords = {
  order: 'Order',
  table: 'Table',
  covers: 'covers',
  waiter: 'Served by',
  taxNumber: 'Tax no.',
  subtotal: 'Subtotal',
  total: 'TOTAL',
  taxRelief: 'Tax exempt',
  tip: 'Tip',
  rounding: 'Rounding',
  tendered: 'Tendered',
  change: 'Change',
  taxesIncluded: 'Taxes included',
  net: 'Net',
  tax: 'Tax',
  copy: 'COPY',
  check: 'Check',
  rest: 'Rest of the bill',
  share: 'Share of the bill',
  discounts: 'Discounts',
  charges: 'Charges',
  bill: 'BILL',
  toPay: 'TO PAY',
  noReceipt: 'This is not a receipt',
  methods: { cash: 'Cash', card: 'Card', voucher: 'Voucher', account: 'On account', other: 'Other' },
}
