import { describe, expect, test } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import type { TicketChange } from '#device/messages.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, NOON, openOrder, record, run, STORE, write } from '../../../tests/contract/cafe.ts'
import { chain, openReplica, seededReplica } from '../../../tests/support/replicas.ts'
import { createKitchenDesk, type KitchenDesk } from './desk.ts'

interface Kitchen {
  readonly replica: Replica
  readonly desk: KitchenDesk
  /** What happened, in order: `told`, and `kept` whenever something was committed. */
  readonly log: string[]
  /** The tickets a screen shows that only ever heard of changes. */
  shown(): readonly Ticket[]
  take(events: readonly unknown[]): Promise<unknown>
}

async function openKitchen(over: { readonly onAppend?: () => Promise<void> } = {}): Promise<Kitchen> {
  const log: string[] = []
  let shown: readonly Ticket[] = []
  const show = ({ changed, gone }: TicketChange): void => {
    log.push('told')
    const left = [...gone, ...changed.map(({ orderId }) => orderId)]
    shown = [...shown.filter(({ orderId }) => !left.includes(orderId)), ...changed]
  }
  const replica = await openReplica('kitchen', {
    ...over,
    onFolded: (entities) => {
      log.push('kept')
      desk.folded(entities)
    },
  })
  const desk: KitchenDesk = createKitchenDesk({
    replica,
    now: () => NOON,
    onChange: (_, change) => show(change),
    onLost: () => log.push('lost'),
  })
  const take = (events: readonly unknown[]): Promise<unknown> =>
    replica.ingest(events, NOON, (accepted) => desk.arriving(accepted))
  return { replica, desk, log, shown: () => shown, take }
}

/** A till with the café's records, and what it wrote since last asked. */
async function openTill(): Promise<{
  readonly replica: Replica
  news(...commands: readonly Command[]): Promise<readonly Envelope[]>
}> {
  const replica = await seededReplica('till')
  let reached = 0
  let count = 0
  return {
    replica,
    async news(...commands) {
      for (const command of commands) await run(replica, `c${(count += 1)}`, command)
      const events = await journal(replica, reached)
      reached += events.length
      return events
    },
  }
}

async function journal(replica: Replica, after: number): Promise<readonly Envelope[]> {
  const { readMissing } = await import('#database/pages.ts')
  const theirs = new Map([['till', { seq: after, hash: '' }]])
  return (await readMissing(replica.db, STORE, await replica.heads(), theirs)).events
}

const send = (orderId: string): Command => ({ type: 'send_order', orderId })

describe('the kitchen desk', () => {
  test('[KITCHEN2] tells of an order before it is kept, and does not tell it twice', async () => {
    const [till, kitchen] = [await openTill(), await openKitchen()]
    await kitchen.take(await till.news(openOrder('o1')))
    expect((await kitchen.desk.view(null)).tickets).toEqual([])
    kitchen.log.length = 0
    await kitchen.take(await till.news(addTea('o1', 'i1'), addTea('o1', 'i2'), send('o1')))
    expect(kitchen.log).toEqual(['told', 'kept'])
    await settled(kitchen)
    expect(kitchen.shown()).toMatchObject([{ orderId: 'o1', lines: [{ itemId: 'i1' }, { itemId: 'i2' }] }])
    expect(kitchen.log).toEqual(['told', 'kept'])
  })

  test('[KITCHEN2] tells of an order that is opened, filled and sent in one go', async () => {
    const [till, kitchen] = [await openTill(), await openKitchen()]
    await kitchen.take(await till.news())
    await kitchen.desk.view(null)
    kitchen.log.length = 0
    await kitchen.take(await till.news(openOrder('o1'), addTea('o1', 'i1'), send('o1')))
    expect(kitchen.log).toEqual(['told', 'kept'])
  })

  test('[KITCHEN2] what it told in changes is what a fresh look shows', async () => {
    const [till, kitchen] = [await openTill(), await openKitchen()]
    await kitchen.take(await till.news())
    await kitchen.desk.view(null)
    const ready = (orderId: string, itemId: string): Command => {
      return { type: 'set_preparation', orderId, itemIds: [itemId], preparation: 'ready' }
    }
    for (const orderId of ['o1', 'o2', 'o3']) {
      await kitchen.take(await till.news(openOrder(orderId), addTea(orderId, `${orderId}-a`)))
      await kitchen.take(await till.news(send(orderId), addTea(orderId, `${orderId}-b`), send(orderId)))
    }
    await kitchen.take(await till.news(ready('o1', 'o1-a'), ready('o2', 'o2-a'), ready('o2', 'o2-b')))
    await settled(kitchen)
    const fresh = createKitchenDesk({
      replica: kitchen.replica,
      now: () => NOON,
      onChange: () => {},
      onLost: () => {},
    })
    const { tickets } = await fresh.view(null)
    expect(tickets).toHaveLength(3)
    expect(sorted(kitchen.shown())).toEqual(sorted(tickets))
    expect((await kitchen.desk.view('no-station')).tickets).toEqual([])
  })

  test('[MOVE1] shows a moved line with the order it went to, and no more with the one it left', async () => {
    const [till, kitchen] = [await openTill(), await openKitchen()]
    await kitchen.take(await till.news(openOrder('o1'), addTea('o1', 'i1'), addTea('o1', 'i2'), send('o1')))
    await kitchen.desk.view(null)
    await kitchen.take(await till.news(openOrder('o2')))
    const move = {
      type: 'move_items',
      orderId: 'o1',
      itemIds: ['i2'],
      to: 'o2',
      reason: 'sat apart',
    } as const
    await kitchen.take(await till.news(move))
    await settled(kitchen)
    expect(sorted(kitchen.shown())).toMatchObject([
      { orderId: 'o1', lines: [{ itemId: 'i1' }] },
      { orderId: 'o2', lines: [{ itemId: 'i2' }] },
    ])
    expect(kitchen.shown()).toHaveLength(2)
  })

  test('[KITCHEN2] takes back what could not be kept', async () => {
    const till = await openTill()
    let full = false
    const onAppend = () => (full ? Promise.reject(new Error('disk full')) : Promise.resolve())
    const kitchen = await openKitchen({ onAppend })
    await kitchen.take(await till.news(openOrder('o1'), openOrder('o2')))
    await kitchen.desk.view(null)
    const lost = await till.news(addTea('o1', 'i1'), send('o1'))
    full = true
    await expect(kitchen.take(lost)).rejects.toThrow('disk full')
    expect(kitchen.shown()).toHaveLength(1)
    full = false
    await kitchen.take(chain('phone', [{}]))
    await settled(kitchen)
    expect(kitchen.shown()).toEqual([])
  })

  test('[KITCHEN2] gives tickets with the new name once a table was renamed', async () => {
    const [till, kitchen] = [await openTill(), await openKitchen()]
    await kitchen.take(await till.news(openOrder('o1', 't1'), addTea('o1', 'i1'), send('o1')))
    const before = await kitchen.desk.view(null)
    await write(till.replica, 'rename', [
      record('table', 't1', { name: 'Window', areaId: 'room', seats: 2, position: 1, active: true }),
    ])
    await kitchen.take(await till.news())
    const after = await kitchen.desk.view(null)
    expect([before.tickets[0]?.tableName, after.tickets[0]?.tableName]).toEqual(['1', 'Window'])
  })
})

async function settled({ desk }: Kitchen): Promise<void> {
  await desk.view('settle')
}

function sorted(tickets: readonly Ticket[]): readonly Ticket[] {
  return [...tickets].sort((a, b) => (a.orderId < b.orderId ? -1 : 1))
}
