import {
  clearKitchenDue,
  noteKitchenDue,
  readKitchenDue,
  readKitchenTold,
  writeKitchenTold,
} from '#database/queries/kitchen-prints.ts'
import {
  addPrintJob,
  claimPrintJob,
  forgetPrintJobs,
  readCopies,
  readInterrupted,
  readOpenPrintJobs,
  readPrintJob,
  readQueue,
  updatePrintJob,
  updateWaitingJob,
} from '#database/queries/print-jobs.ts'
import type { PrintJobRow } from '#database/schema.ts'
import { NOON, open, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

/** The queries of the print queue and of what the kitchen's paper said. */
export const printChecks: readonly DatabaseCheck[] = [
  {
    name: '[SYNC18] print jobs are added once, and read as queues, interrupted ones, copies and what is open',
    run: async (source) => {
      const { db } = await open(source)
      const job: PrintJobRow = {
        store: STORE,
        id: 'j1',
        kind: 'receipt',
        printer_id: 'printer-1',
        order_id: 'o1',
        copy: 0,
        state: 'queued',
        attempts: 0,
        last_error: null,
        asked_at: NOON,
        updated_at: NOON,
        next_try_at: NOON,
        station_id: '',
        title: '',
        doc: null,
        asked_by: '',
        mark: '',
        other_printer_id: null,
        copy_of: null,
        queued_at: NOON,
        settled_by: null,
        settled_why: null,
      }
      await db.transaction().execute(async (tx) => {
        await addPrintJob(tx, job)
        await addPrintJob(tx, { ...job, copy: 7 })
        await addPrintJob(tx, { ...job, id: 'j2', asked_at: NOON + 1 })
        await addPrintJob(tx, { ...job, id: 'j3', printer_id: 'printer-2', asked_at: NOON + 2 })
        await addPrintJob(tx, { ...job, store: 'store-2', id: 'j4' })
      })
      const ids = (rows: readonly PrintJobRow[]) => rows.map(({ id, copy }) => `${id} ${copy}`)
      equal(ids(await readQueue(db, STORE)), ['j1 0', 'j2 0', 'j3 0'], 'the queue')
      equal(await claimPrintJob(db, job, NOON + 5), true, 'the first takes it')
      equal(await claimPrintJob(db, job, NOON + 7), false, 'and nobody else')
      equal(await updateWaitingJob(db, job, { state: 'held' }, NOON), false, 'what is on its way stays')
      equal(await updateWaitingJob(db, { ...job, id: 'j2' }, { printer_id: 'p' }, NOON), true, 'what waits')
      equal(ids(await readInterrupted(db, STORE)), ['j1 0'], 'on its way')
      await updatePrintJob(db, { ...job, id: 'j2' }, { state: 'holding' }, NOON + 6)
      equal(ids(await readInterrupted(db, STORE)), ['j1 0', 'j2 0'], 'on its way, or stuck')
      await updatePrintJob(db, { ...job, id: 'j2' }, { state: 'unknown', last_error: 'no paper' }, NOON + 6)
      await updatePrintJob(db, { ...job, id: 'j3' }, { state: 'printed' }, NOON + 7)
      await db.transaction().execute(async (tx) => {
        await addPrintJob(tx, {
          ...job,
          id: 'j1#2',
          copy: 2,
          copy_of: 'j1',
          state: 'held',
          asked_at: NOON + 9,
        })
        await addPrintJob(tx, { ...job, id: 'j1#1', copy: 1, copy_of: 'j1', state: 'copied' })
      })
      equal(ids(await readCopies(db, STORE, 'j1')), ['j1#1 1', 'j1#2 2'], 'copies')
      equal(ids(await readOpenPrintJobs(db, STORE, 9)), ['j1 0', 'j2 0', 'j1#2 2'], 'what is open')
      equal(ids(await readOpenPrintJobs(db, STORE, 1)), ['j1 0'], 'the first of what is open')
      const { state, attempts, last_error, updated_at } = (await readPrintJob(db, STORE, 'j2')) ?? job
      equal([state, attempts, last_error, updated_at - NOON], ['unknown', 0, 'no paper', 6], 'one job')
      equal(
        [(await readPrintJob(db, STORE, 'j1'))?.attempts, await readPrintJob(db, STORE, 'x')],
        [1, null],
        'by id',
      )
      equal(await forgetPrintJobs(db, STORE, NOON, 9), 0, 'nothing is old yet')
      equal(await forgetPrintJobs(db, STORE, NOON + 1, 1), 1, 'one of two that are done with')
      equal(await forgetPrintJobs(db, STORE, NOON + 1, 9), 1, 'the other')
      equal(ids(await readOpenPrintJobs(db, STORE, 9)), ['j1 0', 'j2 0', 'j1#2 2'], 'what is open stays')
    },
  },
  {
    name: '[SYNC18] what the kitchen has to hear is noted once, and what it was told kept by item',
    run: async (source) => {
      const { db } = await open(source)
      const due = (id: string, at: number) => ({
        store: STORE,
        id,
        ent_type: 'item',
        ent_id: 'i1',
        actor: 'ana',
        asked_at: NOON,
        noted_at: NOON + at,
      })
      const told = { itemId: 'i1', revision: 'r', place: '["A-001"]', qty: 2, times: 1 }
      await db.transaction().execute(async (tx) => {
        await noteKitchenDue(tx, [due('d:2', 2), due('d:1', 1), due('d:2', 0), due('d:3', 3)])
        await writeKitchenTold(tx, STORE, [])
        await writeKitchenTold(tx, STORE, [told, { ...told, itemId: 'i2' }])
        await writeKitchenTold(tx, STORE, [{ ...told, qty: 1, times: 2 }])
        await writeKitchenTold(tx, 'store-2', [{ ...told, qty: 9 }])
      })
      const ids = async (limit: number) => (await readKitchenDue(db, STORE, limit)).map(({ id }) => id)
      equal(await ids(2), ['d:1', 'd:2'], 'the oldest')
      await db.transaction().execute((tx) => clearKitchenDue(tx, STORE, ['d:1', 'd:3']))
      equal(await ids(9), ['d:2'], 'the rest')
      equal(await readKitchenTold(db, STORE, ['i1', 'i3']), [{ ...told, qty: 1, times: 2 }], 'told')
    },
  },
]
