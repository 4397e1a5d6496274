import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import { openPrintHouse, type PrintHouse } from '../../../tests/support/print-house.ts'

let house: PrintHouse
beforeEach(async () => {
  house = await openPrintHouse()
  await house.save('settings', 'settings', { receiptPrinterId: 'main' })
  await house.save('printer', 'main', { drawer: 'pin5' })
})
afterEach(() => house.close())

const ORDER: readonly Command[] = [
  { type: 'open_order', orderId: 'o1', service: 'takeaway', tableId: null, covers: 1 },
  { type: 'add_item', orderId: 'o1', itemId: 'i1', menuItemId: 'menu-espresso', qty: 2, note: '' },
]
const DRAWER: Command = { type: 'open_shift', shiftId: 's1', drawer: 'front', float: 10_000 }
const pay = (method: 'cash' | 'card'): Command => ({
  type: 'take_payment',
  orderId: 'o1',
  paymentId: 'p1',
  method,
  amount: 240,
  tendered: 240,
})
const move = (kind: 'no_sale' | 'paid_out', amount: number): Command => ({
  type: 'move_cash',
  shiftId: 's1',
  moveId: kind,
  kind,
  amount,
  party: kind === 'no_sale' ? '' : 'Fishmonger',
  reason: 'needed',
})

/** Pulses, in the order of the papers they came before. */
const pulses = () =>
  house.main.tickets().map(({ events }) => events.flatMap((one) => (one.type === 'drawer' ? [one.pin] : [])))
const texts = () => house.main.tickets().map(({ text }) => text)

describe('the papers of the house', () => {
  it('[BILL6] [DRAWER1] the bill opens no drawer; cash does, before its receipt', async () => {
    await house.run([...ORDER, { type: 'print_receipt', orderId: 'o1', what: 'bill' }])
    await house.until(() => house.main.tickets().length === 1)
    await house.run([pay('cash')])
    await house.until(() => house.main.tickets().length === 2)
    expect(texts()[0]).toMatch(/BILL[^]*This is not a receipt[^]*2 x Espresso\s+2\.40/)
    expect(pulses()).toEqual([[], [5]])
  })

  it('[DRAWER1] a card opens none, and neither does a printer without a drawer', async () => {
    await house.run([...ORDER, pay('card')])
    await house.until(() => house.main.tickets().length === 1)
    await house.save('printer', 'main', { drawer: 'none' })
    await house.run([DRAWER, move('paid_out', 500)])
    await house.until(() => house.main.tickets().length === 2)
    expect(pulses()).toEqual([[], []])
  })

  it('[DRAWER2] [PRINT20] a no sale opens it and prints nothing; a paid-out has a slip', async () => {
    await house.run([DRAWER, move('no_sale', 0), move('paid_out', 500)])
    await house.until(async () => (await house.jobs()).every(({ state }) => state === 'printed'))
    expect(texts()[0]).toMatch(/PAID-OUT[^]*Fishmonger[^]*€5\.00/)
    expect(pulses()).toEqual([[5, 5]])
    expect((await house.jobs()).map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'drawer printed',
      'drawer printed',
      'slip printed',
    ])
  })

  it('[PRINT20] [REFUND1] money given back has a slip with its order, and so has an X', async () => {
    await house.run([...ORDER, pay('card')])
    await house.until(() => house.main.tickets().length === 1)
    const number = /Order (\S+)/.exec(texts()[0] ?? '')?.[1]
    const what = { kind: 'full' } as const
    const refund = { refundId: 'r1', method: 'card', what, reason: 'cold' } as const
    await house.run([{ type: 'refund_payment', orderId: 'o1', paymentId: 'p1', ...refund }])
    await house.until(() => house.main.tickets().length === 2)
    expect(texts()[1]).toMatch(new RegExp(`REFUND[^]*Order\\s+${number}[^]*cold[^]*Card\\s+€2\\.40`))
  })

  it('[DRAWER3] what reaches the server late opens nothing', async () => {
    await house.run([...ORDER, pay('cash')], 60_000)
    await house.until(() => house.main.tickets().length === 1)
    expect(pulses()).toEqual([[]])
  })
})
