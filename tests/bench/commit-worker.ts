import { appendJournal, envelopeOf } from '#database/journal.ts'
import { openDatabase, type Database } from '#database/open.ts'
import type { JournalRow } from '#database/schema.ts'
import { openOpfs } from '#device/sqlite/opfs.ts'

/** The page's questions to this worker, each answered with a `CommitTimes` or null. */
export type CommitAsk =
  | { readonly kind: 'open' }
  | { readonly kind: 'measure'; readonly n: number; readonly bytes: number }

export interface CommitTimes {
  /** One journal row, committed and flushed by the device's own database. */
  readonly commitMs: number
  /** What that commit wrote. */
  readonly commitBytes: number
  /** The same row, committed by an encrypted database. */
  readonly sealedMs: number
  /** As many bytes, written and flushed to a plain file. */
  readonly plainMs: number
  /** As many bytes as the page asked for, written and flushed to a plain file. */
  readonly askedMs: number
}

interface SyncHandle {
  write(data: Uint8Array, options?: { readonly at: number }): number
  flush(): void
}

let database: Database | null = null
let sealed: Database | null = null
let plain: SyncHandle | null = null
let written = 0

async function open(): Promise<void> {
  countWrites()
  database = await openIn('/bench-commit', null)
  sealed = await openIn('/bench-sealed', '5e'.repeat(32))
  const root = await navigator.storage.getDirectory()
  const file = await root.getFileHandle('bench-plain', { create: true })
  plain = await (
    file as unknown as { createSyncAccessHandle(): Promise<SyncHandle> }
  ).createSyncAccessHandle()
}

async function openIn(directory: string, key: string | null): Promise<Database> {
  const opened = await openDatabase(await openOpfs(directory, key))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** Counts what goes to any file of this worker, SQLite's included. */
function countWrites(): void {
  const { prototype } = (globalThis as unknown as { FileSystemSyncAccessHandle: { prototype: SyncHandle } })
    .FileSystemSyncAccessHandle
  const { write } = prototype
  prototype.write = function counted(data, options) {
    written += data.byteLength
    return write.call(this, data, options)
  }
}

async function measure(n: number, bytes: number): Promise<CommitTimes> {
  const before = written
  const commitMs = await commit(database, n)
  const commitBytes = written - before
  const plains = { plainMs: writePlain(commitBytes), askedMs: writePlain(bytes) }
  return { commitMs, commitBytes, ...plains, sealedMs: await commit(sealed, n) }
}

async function commit(into: Database | null, n: number): Promise<number> {
  if (into === null) throw new Error('assertion failed: open first')
  const startedAt = performance.now()
  await into.db
    .transaction()
    .execute((tx) => appendJournal(tx, [{ envelope: envelopeOf(rowOf(n)), folded: true }]))
  return performance.now() - startedAt
}

function writePlain(bytes: number): number {
  const data = crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536)))
  const startedAt = performance.now()
  for (let at = 0; at < bytes; at += data.byteLength) plain?.write(data.subarray(0, bytes - at), { at })
  plain?.flush()
  return performance.now() - startedAt
}

const PAYLOAD =
  '{"addedAt":1795176000000,"addedBy":"user-leonor","categoryId":"cat-coffee","menuItemId":"menu-espresso",' +
  '"name":"Espresso","note":"","orderId":"019a0b1c-0000-7000-8000-000000000001","qty":1,"stationId":"station-bar",' +
  '"taxes":[{"id":"tax-13","inclusive":true,"name":"IVA 13%","ratePpm":130000}],"unitPrice":120}'
const HASH_LENGTH = 64

function rowOf(n: number): Omit<JournalRow, 'n' | 'folded'> {
  return {
    store: 'store-019a0b1c-0000-7000-8000-000000000001',
    dev: 'dev-019a0b1c-0000-7000-8000-000000000001',
    seq: n,
    txn_id: crypto.randomUUID(),
    txn_i: 0,
    txn_n: 1,
    hlc: String(n).padStart(16, '0'),
    wall: 1_795_176_000_000 + n,
    off_ms: 0,
    actor: 'user-leonor',
    ent_type: 'item',
    ent_id: crypto.randomUUID(),
    type: 'item_added',
    v: 1,
    crit: 1,
    payload: PAYLOAD,
    prev: String(n - 1).padStart(HASH_LENGTH, '0'),
    hash: String(n).padStart(HASH_LENGTH, '0'),
    sig: null,
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<CommitAsk>) => {
  const done = data.kind === 'open' ? open().then(() => null) : measure(data.n, data.bytes)
  done.then(
    (answer) => globalThis.postMessage(answer),
    (error: unknown) => globalThis.postMessage(String(error)),
  )
})
