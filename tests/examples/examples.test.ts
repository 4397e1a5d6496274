import { describe, expect, test } from 'vitest'
import { checkTotals } from '#domain/check/check-totals.ts'
import { allocate } from '#domain/money/allocate.ts'
import { cashDue } from '#domain/money/cash-due.ts'
import type { Sale } from '#domain/order/sale.ts'
import { minor } from '#domain/money/money.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricedBill, PricingInput } from '#domain/pricing/pricing.ts'
import { engineByAmounts, engineByPieces, saleFor } from '../oracle/compare-refund.ts'
import { billDifference } from '../oracle/compare-bill.ts'
import { oracleBill } from '../oracle/oracle.ts'
import { readBill, readChecks } from './read-bill.ts'
import { isMode, readAmount, readStore, type Store } from './read-settings.ts'
import { readPages, type Row } from './read-tables.ts'

const rows = readPages()

/** Columns that say what is done, not what comes of it. */
const GIVEN = ['what', 'bill', 'step', 'amount', 'weights', 'checks', 'refund', 'refund amount', 'source']

test('there are as many worked examples as there should be, each with its source and a result', () => {
  expect(rows.length).toBeGreaterThanOrEqual(150)
  expect(rows.filter(({ cells }) => (cells.get('source') ?? '') === '')).toEqual([])
  expect(rows.filter(({ cells }) => resultsOf(cells).length === 0)).toEqual([])
})

describe.each([...new Set(rows.map(({ page }) => page))])('[PRICE1] [ROUND1] %s', (page) => {
  const here = rows.filter((row) => row.page === page)
  test.each(here.map((row) => [row.cells.get('what') ?? '', row] as const))('%s', (_, row) => {
    expect(worked(row)).toEqual(Object.fromEntries(resultsOf(row.cells)))
  })
})

function resultsOf(cells: Row['cells']): readonly (readonly [string, string])[] {
  return [...cells].filter(
    ([column, cell]) => !GIVEN.includes(column) && !(cell === '' && column === 'taxes'),
  )
}

/** Every result column of the row as the engine has it, written as the table writes it. */
function worked(row: Row): { readonly [column: string]: string } {
  const store = readStore(row.settings)
  const cell = (column: string) => row.cells.get(column) ?? ''
  const input = row.cells.has('bill') ? readBill(cell('bill'), store) : null
  const bill = input === null ? null : priceBill(input)
  if (input !== null && bill !== null) expect(billDifference(bill, oracleBill(input))).toBe('')
  return Object.fromEntries(
    resultsOf(row.cells).map(([column, wanted]) => [
      column,
      workedColumn(column, wanted, cell, store, input, bill),
    ]),
  )
}

function workedColumn(
  column: string,
  wanted: string,
  cell: (column: string) => string,
  store: Store,
  input: PricingInput | null,
  bill: PricedBill | null,
): string {
  const write = (amount: number) => written(amount, store.digits)
  const list = (amounts: readonly number[]) => amounts.map(write).join(' ')
  if (column === 'parts')
    return list(allocate(readAmount(cell('amount'), store.digits), weightsIn(cell('weights'))))
  if (column === 'due')
    return write(dueOf(bill?.total ?? readAmount(cell('total'), store.digits), cell('step'), store))
  // A table of cash alone gives the total; in the others it is the bill's.
  if (bill === null || input === null) return column === 'total' ? wanted : ''
  switch (column) {
    case 'net':
    case 'tax':
    case 'total':
    case 'discount':
    case 'charge':
    case 'relief':
      return write(bill[column])
    case 'lines':
      return list(bill.lines.map(({ total }) => total))
    case 'taxes':
      return taxesText(wanted, bill, write)
    case 'costs':
      return list(costsOf(bill, cell('checks'), store))
    case 'back':
      return list(engineByPieces(saleFor(input, bill), piecesIn(cell('refund'))).map(({ amount }) => amount))
    case 'tax back':
      return list(taxBack(saleFor(input, bill), cell('refund amount'), store))
    default:
      throw new Error(`not a column: ${column}`)
  }
}

function weightsIn(text: string): readonly number[] {
  return text.split(' ').map(Number)
}

function dueOf(total: number, step: string, { digits }: Store): number {
  const [increment = '', mode = 'half_up'] = step.split(' ')
  if (!isMode(mode)) throw new Error(`not a step: ${step}`)
  return cashDue(minor(total), { increment: readAmount(increment, digits), mode })
}

/** `G 5.00, Q 9.98`: each tax that the table names, in its order. */
function taxesText(wanted: string, bill: PricedBill, write: (amount: number) => string): string {
  const named = wanted.split(', ').map((one) => one.split(' ')[0])
  return named.map((id) => `${id} ${write(bill.taxes.find((tax) => tax.id === id)?.tax ?? -1)}`).join(', ')
}

function costsOf(bill: PricedBill, checks: string, { digits }: Store): readonly number[] {
  const seats = bill.lines.map(({ id }) => ({ id, seat: 0 }))
  const costs = checkTotals(bill, seats, readChecks(checks, bill.lines, digits)).map(({ total }) => total)
  expect(costs.reduce((sum: number, cost) => sum + cost, 0)).toBe(bill.total)
  return costs
}

/** A refund for each number of pieces of the first line. */
function piecesIn(text: string): readonly (readonly { readonly itemId: string; readonly qty: number }[])[] {
  return text.split(' ').map((qty) => [{ itemId: 'l01', qty: Number(qty) }])
}

function taxBack(sale: Sale, text: string, { digits }: Store): readonly number[] {
  const amounts = text.split(' ').map((amount) => readAmount(amount, digits))
  return engineByAmounts(sale, amounts).map(({ taxes }) =>
    taxes.reduce((sum: number, { tax }) => sum + tax, 0),
  )
}

function written(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const point = text.length - digits
  const number = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`
  return amount < 0 ? `-${number}` : number
}
