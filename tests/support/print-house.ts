import { pino } from 'pino'
import { vi } from 'vitest'
import { openDatabase, type Database } from '../../src/database/open.ts'
import type { PrintJobRow } from '../../src/database/schema.ts'
import { demoCafe } from '../../src/demo/cafe.ts'
import type { Command } from '../../src/domain/command/command.ts'
import type { RecordType } from '../../src/domain/record/record.ts'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import type { QueueTimes } from '../../src/printing/outcome.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { queuePrintJobs } from '../../src/spool/outbox.ts'
import { openSpooler, type Spooler } from '../../src/spool/spooler.ts'
import type { PrinterTimeouts } from '../../src/spool/send.ts'
import { housePlace } from '../../src/server/printing/house-place.ts'
import { record } from '../../src/server/store.ts'
import { createReplica, type Replica } from '../../src/sync/replica.ts'
import { runCommand } from '../../src/sync/run-command.ts'

const STORE = 'store-paper'

/** A tenth of a restaurant's patience, and less. */
const TIMES: QueueTimes = { backupAfterMs: 500, heldCopyAfterMs: 300, ticketWaitsMs: 60_000, retryMs: [50] }
const TIMEOUTS: Partial<PrinterTimeouts> = { statusMs: 500, fenceMs: 1_000, closeMs: 200, holdLookMs: 50 }

const MANAGER = { id: 'user-leonor', role: 'manager' }

/** A store whose kitchen prints at `main`, with `backup` as its backup; its bar has a screen. */
export interface PrintHouse {
  readonly replica: Replica
  readonly main: VirtualPrinter
  readonly backup: VirtualPrinter
  /** Leonor does these, `agoMs` ago, and none is refused; then the queue looks. */
  run(commands: readonly Command[], agoMs?: number): Promise<void>
  save(type: RecordType, id: string, fields: Readonly<Record<string, unknown>>): Promise<void>
  jobs(): Promise<readonly PrintJobRow[]>
  /** Once there are so many tickets on both printers together. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>
  startQueue(): Promise<void>
  stopQueue(): Promise<void>
  kick(): void
  close(): Promise<void>
}

export async function openPrintHouse(times: Partial<QueueTimes> = {}): Promise<PrintHouse> {
  const database = await openedDatabase()
  const printers = await Promise.all([1, 2].map(() => startPrinter()))
  const [main, backup] = printers
  if (main === undefined || backup === undefined) throw new Error('no printers')
  const wall = { agoMs: 0 }
  const replica = createReplica({
    store: STORE,
    dev: 'dev-house',
    database,
    clock: { wall: () => Date.now() - wall.agoMs, offset: () => 0 },
    onAppend: (tx, events) => queuePrintJobs(tx, events, { owner: null, now: Date.now() }),
  })
  const save: PrintHouse['save'] = async (type, id, fields) => {
    const event = { type: 'record_changed', payload: { ...fields } } as const
    await record(replica, [{ ent: { type, id }, event }])
  }
  await seed(replica, main, backup)
  let queue: Spooler | null = null
  const startQueue = async (): Promise<void> => {
    queue = await openSpooler({
      db: database.db,
      store: STORE,
      ...housePlace(pino({ level: 'silent' })),
      times: { ...TIMES, ...times },
      timeouts: TIMEOUTS,
    })
  }
  await startQueue()
  const stopQueue = async (): Promise<void> => {
    await queue?.close()
    queue = null
  }
  return {
    replica,
    main,
    backup,
    save,
    startQueue,
    stopQueue,
    kick: () => queue?.kick(),
    async run(commands, agoMs = 0) {
      wall.agoMs = agoMs
      for (const command of commands) await runOne(replica, command, Date.now() - agoMs)
      queue?.kick()
    },
    jobs: () => database.db.selectFrom('print_jobs').selectAll().orderBy('queued_at').orderBy('id').execute(),
    until: async (condition) => void (await vi.waitUntil(condition, { timeout: 15_000, interval: 20 })),
    async close() {
      await stopQueue()
      for (const printer of printers) await printer.close()
      await database.close()
    },
  }
}

async function openedDatabase(): Promise<Database> {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

function startPrinter(): Promise<VirtualPrinter> {
  return startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, outDir: null, now: () => Date.now() })
}

async function seed(replica: Replica, main: VirtualPrinter, backup: VirtualPrinter): Promise<void> {
  const host = '127.0.0.1'
  const { records, people } = demoCafe({ printerHost: host, printerPort: main.port })
  const drafts = [
    ...records,
    ...people.map(({ id, user }) => ({ type: 'user' as const, id, fields: { ...user, pinHash: '' } })),
    { type: 'printer' as const, id: 'main', fields: { name: 'Hot pass', host, port: main.port } },
    { type: 'printer' as const, id: 'backup', fields: { name: 'Bar', host, port: backup.port } },
    ...['main', 'backup'].map((id) => ({
      type: 'printer' as const,
      id,
      fields: { columns: 48, active: true },
    })),
    {
      type: 'station' as const,
      id: 'station-kitchen',
      fields: { output: 'paper', printerId: 'main', backupPrinterId: 'backup' },
    },
  ]
  await record(
    replica,
    drafts.map(({ type, id, fields }) => ({
      ent: { type, id },
      event: { type: 'record_changed', payload: { ...fields } },
    })),
  )
}

async function runOne(replica: Replica, command: Command, now: number): Promise<void> {
  const done = await runCommand(replica, { id: crypto.randomUUID(), actor: MANAGER, command, now })
  if (!done.ok) throw new Error(`${command.type}: ${done.error.code}`)
}
