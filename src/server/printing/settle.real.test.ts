import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PrintJobRow } from '#database/schema.ts'
import { openPrintHouse, type PrintHouse } from '../../../tests/support/print-house.ts'
import { newJob } from '#spool/new-job.ts'
import { readQueueView } from '#spool/queue-view.ts'
import { settleJob, type Settling } from '#spool/settle.ts'

let house: PrintHouse
beforeEach(async () => {
  house = await openPrintHouse({ backupAfterMs: 60_000, retryMs: [60_000] })
})
afterEach(() => house.close())

async function send(orderId: string): Promise<void> {
  await house.run([
    { type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 },
    { type: 'add_item', orderId, itemId: `${orderId}-i`, menuItemId: 'menu-bifana', qty: 1, note: '' },
    { type: 'send_order', orderId },
  ])
}

async function first(): Promise<PrintJobRow> {
  const [job] = await house.jobs()
  if (job === undefined) throw new Error('no job')
  return job
}

async function settle(changes: Partial<Settling>): Promise<string> {
  const { db, store } = house.replica
  const by = 'user-marta'
  const settling = {
    jobId: (await first()).id,
    what: 'print',
    printerId: null,
    why: '',
    by,
    ...changes,
  } as const
  const done = await settleJob({ db, store, owner: null }, settling, Date.now())
  house.kick()
  return done.ok ? 'done' : done.error
}

const view = () => readQueueView({ ...house.replica, owner: null })

describe('what a person does about a ticket that is not printed', () => {
  it('[PRINTJOB7] sees it with its reason, and has it printed on another printer', async () => {
    await house.main.setFaults({ paperOut: true })
    await send('o1')
    await house.until(async () => (await view()).jobs[0]?.reason === 'printer_paper_out')
    const [job] = (await view()).jobs
    expect(job).toMatchObject({
      state: 'queued',
      printer: 'Hot pass',
      kind: 'kitchen',
      askedBy: 'user-leonor',
    })
    expect(job?.title).toMatch(/^\S*-001 · TAKEAWAY · Kitchen$/)
    expect((await view()).printers.map(({ name }) => name)).toContain('Bar')
    expect(await settle({ printerId: 'backup' })).toBe('done')
    await house.until(() => house.backup.tickets().length === 1)
    expect(house.backup.tickets()[0]?.text).toContain('BACKUP FROM Hot pass')
    await house.until(async () => (await view()).jobs.length === 0)
  })

  it('[PRINTJOB7] has it tried again at once, once there is paper', async () => {
    await house.main.setFaults({ coverOpen: true })
    await send('o1')
    await house.until(async () => (await view()).jobs[0]?.reason === 'printer_cover_open')
    await house.main.setFaults({ coverOpen: false })
    expect(await settle({})).toBe('done')
    await house.until(() => house.main.tickets().length === 1)
    expect(house.main.tickets()[0]?.text).not.toMatch(/COPY|BACKUP/)
  })

  it('[PRINTJOB7] of one that may be on paper gets a copy that says so, as often as they like', async () => {
    await house.close()
    house = await openPrintHouse({ retryMs: [50] })
    await house.main.setFaults({ resetAfterBytes: 100 })
    await send('o1')
    await house.until(async () =>
      (await view()).jobs.some(({ copy, state }) => copy === 1 && state === 'unknown'),
    )
    await house.main.setFaults({ resetAfterBytes: null })
    const copy = (await view()).jobs.find((job) => job.copy === 1)
    expect(await settle({ jobId: copy?.id ?? '' })).toBe('done')
    await house.until(() => house.main.tickets().length > 0)
    await house.until(async () => (await view()).jobs.length === 0)
    expect(house.main.tickets().at(-1)?.text).toMatch(/COPY 2[^]*CHECK BEFORE COOKING/)
  })

  it('[PRINTJOB7] gives it up with a reason, and it is not printed any more', async () => {
    await house.main.setFaults({ refuse: true })
    await send('o1')
    await house.until(async () => (await view()).jobs[0]?.reason === 'printer_unreachable')
    expect(await settle({ what: 'give_up', why: 'told the kitchen' })).toBe('done')
    expect(await first()).toMatchObject({
      state: 'discarded',
      settled_by: 'user-marta',
      settled_why: 'told the kitchen',
    })
    expect(await settle({})).toBe('print_job_gone')
  })

  it('[PRINTJOB7] is refused on a printer that is not in use, for somebody who is not here, of a job that is none', async () => {
    await house.main.setFaults({ refuse: true })
    await send('o1')
    await house.until(async () => (await view()).jobs[0]?.reason === 'printer_unreachable')
    expect(await settle({ printerId: 'nowhere' })).toBe('printer_unknown')
    expect(await settle({ by: 'nobody' })).toBe('not_allowed')
    expect(await settle({ jobId: 'none' })).toBe('print_job_gone')
  })

  it('[PRINTJOB3] [PRINTJOB7] prints no receipt again that may be on paper', async () => {
    await house.stopQueue()
    await send('o1')
    const { db, store } = house.replica
    await db
      .insertInto('print_jobs')
      .values({ ...seed(), store, id: 'r', kind: 'receipt', state: 'unknown' })
      .execute()
    expect(await settle({ jobId: 'r' })).toBe('receipt_in_doubt')
    expect((await view()).jobs.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      expect.stringMatching(/^receipt \S*-001$/),
    ])
  })
})

/** A row like that of a receipt of the first order. */
function seed(): PrintJobRow {
  const now = Date.now()
  return {
    ...newJob('', now),
    id: '',
    kind: '',
    printer_id: 'main',
    order_id: 'o1',
    copy: 0,
    asked_at: now,
  }
}
