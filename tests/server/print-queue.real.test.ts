import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import { queuePrintJobs } from '../../src/spool/outbox.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'

let cafe: Cafe
let till: DeviceStore
beforeEach(async () => {
  cafe = await openCafe()
  till = await openNodeDevice(cafe.origin)
})
afterEach(async () => {
  till.sync.stop()
  await cafe.close()
})

const PRICE = 110

async function sellFor(orderId: string): Promise<void> {
  await runAll(till, espresso(orderId))
  const [item] = await till.replica.db
    .selectFrom('order_items')
    .selectAll()
    .where('order_id', '=', orderId)
    .execute()
  const amount = item?.unit_price ?? PRICE
  await runAll(till, [
    {
      type: 'take_payment',
      orderId,
      paymentId: `${orderId}-paid`,
      method: 'cash',
      amount,
      tendered: amount + 100,
    },
  ])
}

const jobs = () =>
  cafe.server().hub.replica.db.selectFrom('print_jobs').selectAll().orderBy('asked_at').execute()
const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 20 })
const stateIs = (state: string) => async () => (await jobs()).some((job) => job.state === state)

describe('the print queue', () => {
  it('[PRINTJOB1] keeps a job until the printer takes it, in order, and prints each once', async () => {
    await cafe.printer.setFaults({ refuse: true })
    await sellFor('first')
    await sellFor('second')
    await until(async () =>
      (await jobs()).some((job) => job.attempts > 0 && job.last_error === 'printer_unreachable'),
    )
    expect(cafe.printer.tickets()).toHaveLength(0)
    await cafe.printer.setFaults({ refuse: false })
    await until(() => cafe.printer.tickets().length === 2)
    await until(async () => (await jobs()).every((job) => job.state === 'printed'))
    expect(cafe.printer.tickets().map((ticket) => /A-00\d/.exec(ticket.text)?.[0])).toEqual([
      'A-001',
      'A-002',
    ])
  })

  it('[PRINTJOB1] survives the server: a job waits over a restart', async () => {
    await cafe.printer.setFaults({ paperOut: true })
    await sellFor('restart')
    await until(async () => (await jobs()).some((job) => job.last_error === 'printer_paper_out'))
    await cafe.stopServer()
    await cafe.printer.setFaults({ paperOut: false })
    await cafe.startServer()
    await until(() => cafe.printer.tickets().length === 1)
    expect(cafe.printer.tickets()[0]?.text).toContain('A-001')
  })

  it('[PRINTJOB1] [PRINTJOB2] makes one job of one event, and holds what nobody waits for any more', async () => {
    const { replica } = cafe.server().hub
    const event = (seq: number, wall: number) => ({
      store: replica.store,
      dev: 'old-till',
      seq,
      txn: { id: 't', i: 0, n: 1 },
      hlc: '0000000000000001' as never,
      wall,
      off: 0,
      actor: 'user-marta',
      entType: 'order',
      entId: 'o',
      type: 'receipt_requested',
      v: 1,
      crit: false,
      payload: '{"copy":0,"printerId":"printer-elsewhere"}',
      prev: '',
      hash: '',
    })
    const now = Date.now()
    const minute = 60_000
    for (let i = 0; i < 2; i += 1) {
      await replica.db
        .transaction()
        .execute((tx) =>
          queuePrintJobs(
            tx,
            [
              event(1, now - 11 * minute),
              event(2, now - 9 * minute),
              event(3, now + 9e12),
              event(4, now - 13 * 60 * minute),
            ],
            { owner: null, now },
          ),
        )
    }
    const states = (await jobs()).map(({ id, state, asked_at }) => ({ id, state, late: asked_at > now }))
    expect(states).toEqual([
      { id: 'old-till:4', state: 'discarded', late: false },
      { id: 'old-till:1', state: 'held', late: false },
      { id: 'old-till:2', state: 'queued', late: false },
      { id: 'old-till:3', state: 'queued', late: false },
    ])
  })

  it('[PRINTJOB1] a job that cannot be put together does not stop the server, nor itself once it can', async () => {
    await cafe.printer.setFaults({ refuse: true })
    await sellFor('odd')
    await until(async () => (await jobs()).some((job) => job.attempts > 0))
    const { replica } = cafe.server().hub
    const setZone = (zone: string) =>
      replica.act<never>({
        txnId: `zone-${zone}`,
        actor: replica.dev,
        decide: async () => ({
          ok: true,
          value: [
            {
              ent: { type: 'settings', id: 'settings' },
              event: { type: 'record_changed', payload: { zone } },
            },
          ],
        }),
      })
    await setZone('Nowhere/Bad')
    await cafe.printer.setFaults({ refuse: false })
    await until(async () => (await jobs()).some((job) => job.next_try_at <= Date.now()))
    for (let i = 0; i < 20; i += 1) expect((await fetch(`${cafe.origin}/health`)).status).toBe(200)
    await setZone('Europe/Lisbon')
    await until(() => cafe.printer.tickets().length === 1)
  })

  it('[PRINTJOB3] never prints a second original when the line broke in the middle', async () => {
    await cafe.printer.setFaults({ resetAfterBytes: 200 })
    await sellFor('broken')
    await until(stateIs('unknown'))
    await cafe.printer.setFaults({ resetAfterBytes: null })
    await sellFor('next')
    await until(stateIs('printed'))
    expect((await jobs()).map((job) => job.state)).toEqual(['unknown', 'printed'])
  })
})
