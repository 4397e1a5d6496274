import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import type { VirtualPrinter } from '#paper/server.ts'
import { openPrintHouse, type PrintHouse } from '../../../tests/support/print-house.ts'

let house: PrintHouse
beforeEach(async () => {
  house = await openPrintHouse()
})
afterEach(() => house.close())

const open = (orderId: string): Command => ({
  type: 'open_order',
  orderId,
  service: 'takeaway',
  tableId: null,
  covers: 1,
})
const add = (orderId: string, dish: string, note = ''): Command => ({
  type: 'add_item',
  orderId,
  itemId: `${orderId}-${dish}`,
  menuItemId: `menu-${dish}`,
  qty: 2,
  note,
})
const send = (orderId: string): Command => ({ type: 'send_order', orderId })
const order = (orderId: string, dish = 'bifana'): readonly Command[] => [
  open(orderId),
  add(orderId, dish),
  send(orderId),
]

const paperOf = (printer: VirtualPrinter) => printer.tickets().map(({ text }) => text)
const states = async () => (await house.jobs()).map(({ state, mark, copy }) => `${state} ${mark} ${copy}`)

describe('kitchen tickets on paper', () => {
  it('[PRINT18] [ROUTE1] [TICKET1] tells the station what is new, changed and cancelled, and the bar’s screen nothing', async () => {
    await house.run([open('o1'), add('o1', 'bifana', 'no mustard'), add('o1', 'espresso'), send('o1')])
    await house.until(() => house.main.tickets().length === 1)
    const change = { orderId: 'o1', itemId: 'o1-bifana' }
    await house.run([{ type: 'change_sent_item', ...change, note: 'ALLERGY: mustard' }])
    await house.until(() => house.main.tickets().length === 2)
    await house.run([{ type: 'void_item', ...change, kind: 'unmade', reason: 'left' }])
    await house.until(() => house.main.tickets().length === 3)
    const [first = '', second = '', third = ''] = paperOf(house.main)
    expect(first).toMatch(/A-001|-001/)
    expect(first).toContain('2 x Bifana')
    expect(first).toContain('no mustard')
    expect(first).not.toMatch(/Espresso|CHANGED/)
    expect(second).toMatch(/CHANGED[^]*2 x Bifana[^]*ALLERGY: mustard/)
    expect(third).toMatch(/CANCELLED[^]*2 x Bifana/)
    expect(house.main.tickets().flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'cut',
      'cut',
      'cut',
    ])
    await house.until(async () => (await states()).join() === 'printed  0,printed  0,printed  0')
  })

  it('[ROUTE1] makes no note and no job in a house whose kitchen has screens', async () => {
    await house.save('station', 'station-kitchen', { output: 'screen' })
    await house.run(order('o1'))
    expect(await house.jobs()).toEqual([])
    expect(await house.replica.db.selectFrom('kitchen_due').selectAll().execute()).toEqual([])
  })

  it('[PRINTJOB5] goes to the backup when its printer takes nothing, and home once it prints again', async () => {
    await house.main.setFaults({ refuse: true })
    await house.run([...order('o1'), ...order('o2', 'club-sandwich')])
    await house.until(() => house.backup.tickets().length === 2)
    for (const text of paperOf(house.backup)) expect(text).toMatch(/BACKUP FROM Hot\s+pass/)
    expect(paperOf(house.backup).join()).toMatch(/2 x (Bifana|Club)[^]*2 x (Bifana|Club)/)
    await house.main.setFaults({ refuse: false })
    await house.run(order('o3'))
    await house.until(() => house.main.tickets().length === 1)
    expect(paperOf(house.main)[0]).not.toMatch(/BACKUP|COPY/)
    const expected = 'printed backup 0,printed backup 0,printed  0'
    await house.until(async () => (await states()).join() === expected)
  })

  it('[PRINTJOB5] comes out at whichever printer is back first when both take nothing', async () => {
    await house.main.setFaults({ paperOut: true })
    await house.backup.setFaults({ coverOpen: true })
    await house.run(order('o1'))
    await house.until(async () => (await house.jobs()).some(({ printer_id: at }) => at === 'backup'))
    await house.main.setFaults({ paperOut: false })
    await house.until(() => house.main.tickets().length === 1)
    expect(house.backup.tickets()).toHaveLength(0)
    expect(paperOf(house.main)[0]).not.toMatch(/BACKUP|COPY/)
  })

  it('[PRINT19] [PRINTJOB5] stuck in a printer, comes out at the backup as a marked copy, and late at its own', async () => {
    await house.main.setFaults({ paperEndsAfterBytes: 60 })
    await house.run(order('o1'))
    await house.until(async () => (await states())[0] === 'holding  0')
    await house.until(() => house.backup.tickets().length === 1)
    expect(paperOf(house.backup)[0]).toMatch(/COPY 1[^]*MAY ALSO PRINT AT[^]*Hot\s+pass/)
    await house.main.setFaults({ paperOut: false })
    await house.until(async () => (await states()).every((state) => state.startsWith('printed')))
    expect(paperOf(house.main)).toHaveLength(1)
  })

  it('[PRINT19] stuck for a moment, is confirmed when paper is back, and copied nowhere', async () => {
    await house.close()
    house = await openPrintHouse({ heldCopyAfterMs: 30_000 })
    await house.main.setFaults({ paperEndsAfterBytes: 60 })
    await house.run(order('o1'))
    await house.until(async () => (await states())[0] === 'holding  0')
    await house.main.setFaults({ paperOut: false })
    await house.until(async () => (await states())[0] === 'printed  0')
    expect([house.main.tickets().length, house.backup.tickets().length]).toEqual([1, 0])
  })

  it('[PRINTJOB4] is printed once more, and says so, when the line broke in it', async () => {
    await house.close()
    house = await openPrintHouse({ retryMs: [700], backupAfterMs: 60_000 })
    await house.main.setFaults({ resetAfterBytes: 100 })
    await house.run(order('o1'))
    await house.until(async () => (await states()).includes('copied  0'))
    await house.main.setFaults({ resetAfterBytes: null })
    await house.until(async () => (await states()).includes('printed again 1'))
    expect(paperOf(house.main).at(-1)).toMatch(/COPY 1[^]*CHECK BEFORE COOKING[^]*2 x Bifana/)
    expect(await house.jobs()).toHaveLength(2)
  })

  it('[PRINTJOB4] a copy in doubt, too, is a person’s to decide', async () => {
    await house.main.setFaults({ resetAfterBytes: 100 })
    await house.run(order('o1'))
    await house.until(async () => (await states()).includes('unknown again 1'))
    expect(await house.jobs()).toHaveLength(2)
  })

  it('[PRINTJOB1] loses nothing with the program: what was noted, waiting or on its way comes out', async () => {
    await house.close()
    house = await openPrintHouse({ heldCopyAfterMs: 30_000, backupAfterMs: 30_000 })
    await house.stopQueue()
    await house.run(order('o1'))
    await house.startQueue()
    await house.until(() => house.main.tickets().length === 1)
    await house.main.setFaults({ paperEndsAfterBytes: 60 })
    await house.run(order('o2'))
    await house.until(async () => (await states()).includes('holding  0'))
    await house.run(order('o3'))
    await house.stopQueue()
    await house.main.setFaults({ paperOut: false })
    await house.startQueue()
    await house.until(
      async () => (await states()).filter((state) => state.startsWith('printed')).length === 3,
    )
    const text = paperOf(house.main).join()
    expect(text).toMatch(/COPY 1[^]*CHECK BEFORE COOKING/)
    expect(new Set(text.match(/-00\d/g))).toEqual(new Set(['-001', '-002', '-003']))
  })

  it('[PRINTJOB6] says that it is late, and is held when nobody waits for it any more', async () => {
    const minute = 60_000
    await house.run(order('o1'), 3 * minute)
    await house.until(() => house.main.tickets().length === 1)
    expect(paperOf(house.main)[0]).toMatch(/LATE: SENT \d\d:\d\d/)
    await house.run(order('o2'), 121 * minute)
    await house.until(async () => (await states()).includes('held  0'))
    expect(house.main.tickets()).toHaveLength(1)
    const amount = 2 * 550
    const paid: Command = {
      type: 'take_payment',
      orderId: 'o3',
      paymentId: 'p3',
      method: 'cash',
      amount,
      tendered: amount,
    }
    await house.stopQueue()
    await house.run([...order('o3'), paid], 121 * minute)
    await house.startQueue()
    const { db } = house.replica
    await house.until(async () => (await db.selectFrom('kitchen_due').selectAll().execute()).length === 0)
    const tickets = (await house.jobs()).filter(({ kind }) => kind === 'kitchen')
    expect(tickets.map(({ order_id: id }) => id).toSorted()).toEqual(['o1', 'o2'])
  })

  it('[PRINTJOB6] that waited in vain is not printed in the morning', async () => {
    await house.close()
    house = await openPrintHouse({ ticketWaitsMs: 400, backupAfterMs: 60_000 })
    await house.main.setFaults({ refuse: true })
    await house.run(order('o1'))
    await house.until(async () => (await states())[0] === 'held  0')
    await house.main.setFaults({ refuse: false })
    await house.run(order('o2'))
    await house.until(() => house.main.tickets().length === 1)
    expect(paperOf(house.main)[0]).toContain('-002')
  })

  it('[PRINTJOB8] is forgotten a month after it was printed, and not before a person decided about it', async () => {
    await house.run(order('o1'))
    await house.run(order('o2'), 121 * 60_000)
    await house.until(async () => (await states()).toSorted().join() === 'held  0,printed  0')
    await house.stopQueue()
    const at = Date.now() - 31 * 24 * 3_600_000
    await house.replica.db.updateTable('print_jobs').set({ next_try_at: at }).execute()
    await house.startQueue()
    await house.until(async () => (await states()).join() === 'held  0')
  })
})
