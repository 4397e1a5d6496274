import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import type { Bill } from '#domain/order/bill.ts'
import { readBill } from '#database/queries/bill.ts'
import { countNumbers, readTableOrderId } from '#database/queries/orders.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { NO_MENU, readMenuFacts, readMenuRecords, readTaxFacts } from './menu-facts.ts'
import { readOwnLetter } from './letter.ts'

type Settled = Pick<Context, 'settings' | 'now' | 'bill'>
type TableFacts = Pick<Context, 'table' | 'tableOrderId'>

/** The table a command names, and the order that is open on it. */
export async function readTableFacts(tx: Tx, store: string, command: Command): Promise<TableFacts> {
  const named = command.type === 'open_order' || command.type === 'move_table' ? command.tableId : null
  if (named === null) return { table: null, tableOrderId: null }
  return {
    table: await readRecord(tx, store, 'table', named),
    tableOrderId: await readTableOrderId(tx, store, named),
  }
}

/** This device's next order number of the business date: its letter and a counter. [ORDER8] */
export async function readNextNumber(
  tx: Tx,
  store: string,
  dev: string,
  { settings, now }: Settled,
): Promise<string> {
  if (settings === null) return ''
  const letter = await readOwnLetter(tx, store, dev)
  const date = businessDate(now, settings.zone, settings.cutoverHour)
  const used = await countNumbers(tx, store, date, letter)
  return orderNumber(letter, used + 1)
}

export function orderNumber(letter: string, count: number): string {
  return `${letter}-${String(count).padStart(3, '0')}`
}

/** The other order of a move or merge. */
export async function readOtherBill(tx: Tx, store: string, command: Command): Promise<Bill | null> {
  if (command.type === 'merge_orders') return readBill(tx, store, command.into)
  if (command.type === 'move_items') return readBill(tx, store, command.to)
  if (command.type !== 'unmerge_order') return null
  return readRootBill(tx, store, command.orderId)
}

/** The bill a merged order counts for, up the whole chain; a circle ends where it began, at its smallest id. */
async function readRootBill(tx: Tx, store: string, orderId: string): Promise<Bill | null> {
  const chain = [orderId]
  for (let bill = await readBill(tx, store, orderId); bill !== null;) {
    const { mergedInto, status } = bill.order
    if (status !== 'merged' || mergedInto === null) return bill
    const met = chain.indexOf(mergedInto)
    if (met >= 0) return readBill(tx, store, chain.slice(met).toSorted()[0] ?? mergedInto)
    chain.push(mergedInto)
    bill = await readBill(tx, store, mergedInto)
  }
  return null
}

/** What the menu says, for the commands that look at it. */
export async function readMenuOf(
  tx: Tx,
  store: string,
  command: Command,
  { bill }: Settled,
): Promise<Context['menu']> {
  switch (command.type) {
    case 'add_item':
      return readMenuFacts(tx, store, command.menuItemId, bill?.order ?? null)
    case 'choose_modifiers': {
      const item = bill?.items.find((one) => one.id === command.itemId)
      return item === undefined ? NO_MENU : readMenuFacts(tx, store, item.menuItemId, bill?.order ?? null)
    }
    case 'set_service':
    case 'move_items':
      return readTaxFacts(tx, store, bill?.items.map((item) => item.menuItemId) ?? [])
    case 'save_record':
      return readMenuRecords(tx, store)
    default:
      return NO_MENU
  }
}

/** The person a transfer or a tip names. */
export async function readPerson(tx: Tx, store: string, command: Command): Promise<Context['person']> {
  const id =
    command.type === 'transfer_order'
      ? command.to
      : command.type === 'take_payment' || command.type === 'set_tip'
        ? (command.tipFor ?? null)
        : null
  if (id === null) return null
  const user = await readRecord(tx, store, 'user', id)
  return user === null || !user.active ? null : { id, role: user.role }
}
