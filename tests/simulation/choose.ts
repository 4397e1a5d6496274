import type { Command } from '#domain/command/command.ts'
import type { Item } from '#domain/item/item.ts'
import { PREPARATIONS } from '#domain/item/item.ts'
import { billTotals, type Bill } from '#domain/order/bill.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Replica } from '#sync/replica.ts'
import { MENU_IDS, NEW_DISH_IDS, TABLE_IDS } from './cafe.ts'
import type { Doing, Plan } from './plan.ts'
import type { Random } from './random.ts'

/** What someone looking at this replica's screen might do next; null when there is nothing to do it to. */
export async function chooseCommand(
  replica: Replica,
  plan: Plan,
  random: Random,
  knownOrders: readonly string[],
  agreed: Doing | null,
): Promise<Command | null> {
  const open = await readOpenOrderIds(replica.db, replica.store)
  const doing = agreed ?? (open.length === 0 ? 'open' : draw(plan.weights, random))
  if (isRecordDoing(doing)) return changeRecord(doing, random)
  if (doing === 'open' && open.length < plan.orders) return openOrder(random)
  if (open.length === 0 && knownOrders.length === 0) return null
  // Now and then somebody's screen shows an order that is closed by now.
  const stale = knownOrders.length > 0 && (open.length === 0 || random.chance(0.08))
  const orderId = random.pick(stale ? knownOrders : open)
  const bill = await readBill(replica.db, replica.store, orderId)
  if (bill === null) return null
  return doing === 'pay_part' || doing === 'pay_all'
    ? await pay(replica, bill, doing, random)
    : changeOrder(doing === 'open' ? 'add' : doing, bill, random)
}

function draw(weights: ReadonlyMap<Doing, number>, random: Random): Doing {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  let left = random.next() * total
  for (const [doing, weight] of weights) {
    left -= weight
    if (left < 0) return doing
  }
  return 'add'
}

function openOrder(random: Random): Command {
  return {
    type: 'open_order',
    orderId: random.id('order'),
    service: random.pick(['dine_in', 'takeaway']),
    tableId: random.pick([null, ...TABLE_IDS]),
    covers: random.int(1, 6),
  }
}

const RECORD_DOINGS = ['price', 'sold_out', 'table', 'dish'] as const satisfies readonly Doing[]
type RecordDoing = (typeof RECORD_DOINGS)[number]

function isRecordDoing(doing: Doing): doing is RecordDoing {
  return RECORD_DOINGS.some((one) => one === doing)
}

function changeRecord(doing: RecordDoing, random: Random): Command {
  if (doing === 'dish') return writeDish(random)
  if (doing === 'table') {
    const fields = { seats: random.int(1, 9), ...(random.chance(0.5) ? { name: random.id('name') } : {}) }
    return { type: 'save_record', recordType: 'table', recordId: random.pick(TABLE_IDS), fields }
  }
  const recordId = random.pick(MENU_IDS)
  const fields = doing === 'price' ? { price: random.int(100, 2_000) } : { available: random.chance(0.6) }
  return { type: 'save_record', recordType: 'menu_item', recordId, fields }
}

/** A dish with some of its fields: the others are there already, come later, come from elsewhere, or never. */
function writeDish(random: Random): Command {
  const fields = {
    name: 'New dish',
    price: random.int(100, 900),
    categoryId: 'c',
    stationId: 's',
    taxIds: ['vat'],
    position: 1,
    picture: '',
    active: true,
    available: true,
  }
  const some = Object.entries(fields).filter(() => random.chance(0.8))
  const recordId = random.pick(NEW_DISH_IDS)
  return { type: 'save_record', recordType: 'menu_item', recordId, fields: Object.fromEntries(some) }
}

type OrderDoing = Exclude<Doing, RecordDoing | 'open' | 'pay_part' | 'pay_all'>

function changeOrder(doing: OrderDoing, bill: Bill, random: Random): Command | null {
  const orderId = bill.order.id
  switch (doing) {
    case 'add':
      return {
        type: 'add_item',
        orderId,
        itemId: random.id('item'),
        menuItemId: random.pick([...MENU_IDS, ...MENU_IDS, ...NEW_DISH_IDS]),
        qty: random.int(1, 3),
        note: random.chance(0.2) ? 'sem açúcar' : '',
      }
    case 'covers':
      return { type: 'set_covers', orderId, covers: random.int(1, 9) }
    case 'send':
      return { type: 'send_order', orderId }
    case 'print':
      return { type: 'print_receipt', orderId }
    case 'cancel':
      return { type: 'cancel_order', orderId, reason: 'guest left' }
    default:
      return changeItem(doing, bill, random)
  }
}

function changeItem(
  doing: 'qty' | 'note' | 'remove' | 'void' | 'prepare',
  bill: Bill,
  random: Random,
): Command | null {
  const orderId = bill.order.id
  const wanted: Item['status'] = doing === 'prepare' || doing === 'void' ? 'sent' : 'new'
  const fitting = bill.items.filter((item) => item.status === wanted)
  // The newest lines are the ones several people have on their screens.
  const items = (fitting.length > 0 ? fitting : bill.items).slice(-3)
  if (items.length === 0) return null
  const itemId = random.pick(items).id
  switch (doing) {
    case 'qty':
      return { type: 'set_item_qty', orderId, itemId, qty: random.int(1, 9) }
    case 'note':
      return { type: 'set_item_note', orderId, itemId, note: random.id('note') }
    case 'remove':
      return { type: 'remove_item', orderId, itemId }
    case 'void':
      return { type: 'void_item', kind: 'wasted', orderId, itemId, reason: 'cold' }
    case 'prepare': {
      const itemIds = random.chance(0.3) ? items.map((item) => item.id) : [itemId]
      return { type: 'set_preparation', orderId, itemIds, preparation: random.pick(PREPARATIONS) }
    }
  }
}

async function pay(
  replica: Replica,
  bill: Bill,
  doing: 'pay_part' | 'pay_all',
  random: Random,
): Promise<Command | null> {
  const settings = await readSettings(replica.db, replica.store)
  if (settings === null) return null
  const { balance } = billTotals(bill)
  const amount = doing === 'pay_all' || balance < 2 ? balance : random.int(1, balance - 1)
  return {
    type: 'take_payment',
    orderId: bill.order.id,
    paymentId: random.id('pay'),
    method: 'cash',
    amount,
    tendered: amount + (random.chance(0.5) ? 500 : 0),
  }
}
