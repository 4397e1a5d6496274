import { atRight, columnsOf } from './columns.ts'
import { bar, centred, pair, sides, wrap, type PaperLine } from './lines.ts'
import { printable, type Repertoire } from './printable.ts'
import type { Receipt, ReceiptTax } from './receipt.ts'

/** What a layout needs of the printer. */
interface Paper {
  readonly columns: number
  /** Text as this printer can show it. */
  readonly show: (text: string) => string
}

/** The receipt as lines of paper, in reading order. [PRINT7] [PRINT8] */
export function receiptLines(
  receipt: Receipt,
  columns: number,
  repertoire: Repertoire,
): readonly PaperLine[] {
  const paper: Paper = { columns, show: (text) => printable(text, repertoire) }
  const rule: PaperLine = { text: paper.show('─').repeat(columns) }
  return [
    ...copyMark(receipt, paper),
    ...billMark(receipt, paper),
    ...head(receipt, paper),
    ...about(receipt, paper),
    rule,
    ...items(receipt, paper),
    rule,
    ...totals(receipt, paper),
    ...payments(receipt, paper),
    ...toPay(receipt, paper),
    ...taxesIncluded(receipt, paper),
    ...foot(receipt, paper),
  ]
}

/** A second receipt for one sale must not pass for another sale: a bar across the whole paper. [PRINT8] */
function copyMark(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  if (receipt.copy === 0) return []
  return [...bar(show(`${receipt.labels.copy} ${receipt.copy}`), columns), { text: '' }]
}

/** It must not pass for a receipt, neither at first sight nor at the last. [BILL6] */
function billMark({ due, labels }: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  if (due === null) return []
  const words = centred(show(labels.noReceipt), columns)
  return [...bar(show(labels.bill), columns), ...words, { text: '' }]
}

function toPay({ due, labels, payments: paid }: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  if (due === null) return []
  // With nothing paid yet the total says it already.
  const left = paid.length === 0 ? [] : pair(show(labels.toPay), show(due), columns)
  return [
    ...lines(left, { bold: true, height: 2 }),
    { text: '' },
    ...centred(show(labels.noReceipt), columns),
  ]
}

function head({ store, labels }: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const name = centred(show(store.name), columns, 2)
  const taxNumber = store.taxNumber === '' ? [] : [`${labels.taxNumber} ${store.taxNumber}`]
  return [
    ...name.map((line) => ({ ...line, bold: true, height: 2 as const })),
    { text: '' },
    ...[...store.address, ...taxNumber].flatMap((row) => centred(show(row), columns)),
    { text: '' },
  ]
}

function about(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const { labels, table, covers } = receipt
  const waiter = receipt.waiter === '' ? '' : `${labels.waiter} ${receipt.waiter}`
  const order = show(`${labels.order} ${receipt.number}`)
  const seat = [
    ...(table === null ? [] : [`${labels.table} ${table}`]),
    ...(covers === null ? [] : [`${covers} ${labels.covers}`]),
  ].join(', ')
  return [
    ...lines(sides(order, show(seat), columns), { bold: true }),
    ...(receipt.check === null ? [] : lines(wrap(show(receipt.check), columns), { bold: true })),
    ...lines(sides(show(waiter), show(`${receipt.date} ${receipt.time}`), columns)),
  ]
}

function items(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const widest = Math.max(0, ...receipt.lines.map((line) => line.qty.length))
  return receipt.lines.flatMap((line) => {
    const qty = `${show(line.qty).padStart(widest)} x `
    return lines(pair(qty + show(line.name), show(line.amount), columns, qty.length))
  })
}

function totals(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const onTop = receipt.taxes.filter((tax) => !tax.inclusive)
  const label = show(receipt.labels.total)
  const total = show(receipt.total)
  // Twice as wide where it fits: a long amount stays whole and gives up its width instead.
  const width = columnsOf(label) + 1 + columnsOf(total) <= columns / 2 ? 2 : 1
  return [
    ...lines(pair(show(receipt.labels.subtotal), show(receipt.subtotal), columns)),
    ...receipt.adjustments.flatMap((one) => lines(pair(show(one.label), show(one.amount), columns))),
    ...onTop.flatMap((tax) => lines(pair(show(tax.label), show(tax.tax), columns))),
    ...lines(pair(label, total, columns / width), { bold: true, width, height: 2 }),
    { text: '' },
  ]
}

function payments(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const { labels } = receipt
  return receipt.payments.flatMap((payment) => [
    ...lines(pair(show(payment.label), show(payment.amount), columns)),
    ...part(labels.rounding, payment.rounding),
    ...part(labels.tip, payment.tip),
    ...part(labels.tendered, payment.tendered),
    ...part(labels.change, payment.change),
  ])

  function part(label: string, amount: string | null): readonly PaperLine[] {
    return amount === null ? [] : lines(pair(`  ${show(label)}`, show(amount), columns, 2))
  }
}

/** What the prices already held, as the tax office wants it: label, net, tax. */
function taxesIncluded(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  const included = receipt.taxes.filter((tax) => tax.inclusive)
  if (included.length === 0) return []
  const { labels } = receipt
  const title = { label: labels.taxesIncluded, net: labels.net, tax: labels.tax }
  const widest = (key: 'net' | 'tax'): number =>
    Math.max(...[title, ...included].map((row) => columnsOf(show(row[key]))))
  const figures = (row: Pick<ReceiptTax, 'net' | 'tax'>): string =>
    `${atRight(show(row.net), widest('net'))}  ${atRight(show(row.tax), widest('tax'))}`
  return [
    { text: '' },
    ...[title, ...included].flatMap((row) => lines(pair(show(row.label), figures(row), columns))),
  ]
}

function foot(receipt: Receipt, { columns, show }: Paper): readonly PaperLine[] {
  if (receipt.footer.length === 0) return []
  return [{ text: '' }, ...receipt.footer.flatMap((row) => centred(show(row), columns))]
}

function lines(texts: readonly string[], style: Omit<PaperLine, 'text'> = {}): readonly PaperLine[] {
  return texts.map((text) => ({ ...style, text }))
}
