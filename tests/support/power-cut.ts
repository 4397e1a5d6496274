import type { Random } from '../simulation/random.ts'
import type { DiskAct } from './recording-vfs.ts'

/** What a disk tears writes into. */
const SECTOR_BYTES = 512

type Change = Exclude<DiskAct, { kind: 'sync' | 'promised' }>
/** `bytes` may be longer than the file. */
type Files = Map<string, { readonly bytes: Uint8Array; readonly size: number }>

/**
 * The files as a power cut before `acts[cut]` may leave them: what was synced is there, and of what was not, any part,
 * whatever came first, down to single sectors of a write.
 */
export function powerCut(
  acts: readonly DiskAct[],
  cut: number,
  random: Random,
): ReadonlyMap<string, Uint8Array> {
  const files: Files = new Map()
  const pending = new Map<string, Change[]>()
  const waitingFor = (file: string): Change[] => {
    const waiting = pending.get(file) ?? []
    pending.set(file, waiting)
    return waiting
  }
  for (const act of acts.slice(0, cut)) {
    if (act.kind === 'promised') continue
    if (act.kind !== 'sync') waitingFor(act.file).push(act)
    else for (const change of flushedWith(act.file, pending)) apply(files, change)
  }
  // Some cuts come after nothing or all of it got through; most in between.
  const share = random.pick([0, 0.1, 0.5, 0.5, 0.9, 1])
  for (const waiting of pending.values()) {
    const orders = random.chance(0.5) ? waiting : shuffled(waiting, random)
    for (const change of orders) {
      if (change.kind === 'write')
        for (const sector of sectorsOf(change)) if (random.chance(share)) apply(files, sector)
      if (change.kind !== 'write' && random.chance(share)) apply(files, change)
    }
  }
  return new Map([...files].map(([name, { bytes, size }]) => [name, bytes.subarray(0, size)]))
}

/** The last that was promised before the power went. */
export function promisedAt(acts: readonly DiskAct[], cut: number): number {
  const last = acts.slice(0, cut).findLast((act) => act.kind === 'promised')
  return last?.kind === 'promised' ? last.seq : 0
}

/** What of a file is on the disk with its flush. So are all removals before it: file systems keep a journal of those. */
function flushedWith(file: string, pending: ReadonlyMap<string, Change[]>): readonly Change[] {
  return [...pending].flatMap(([name, waiting]) =>
    name === file || waiting.some(({ kind }) => kind === 'delete') ? waiting.splice(0) : [],
  )
}

function sectorsOf(write: Extract<Change, { kind: 'write' }>): readonly Change[] {
  const sectors: Change[] = []
  let at = 0
  while (at < write.bytes.length) {
    const end = Math.min(write.bytes.length, at + SECTOR_BYTES - ((write.offset + at) % SECTOR_BYTES))
    sectors.push({ ...write, offset: write.offset + at, bytes: write.bytes.subarray(at, end) })
    at = end
  }
  return sectors
}

function apply(files: Files, change: Change): void {
  if (change.kind === 'delete') {
    files.delete(change.file)
    return
  }
  const old = files.get(change.file) ?? { bytes: new Uint8Array(), size: 0 }
  if (change.kind === 'truncate') {
    // What is cut off is gone, should the file grow again.
    old.bytes.fill(0, Math.min(change.size, old.size))
    files.set(change.file, { bytes: old.bytes, size: Math.min(change.size, old.size) })
    return
  }
  const end = change.offset + change.bytes.length
  const bytes = end <= old.bytes.length ? old.bytes : new Uint8Array(end * 2)
  if (bytes !== old.bytes) bytes.set(old.bytes)
  bytes.set(change.bytes, change.offset)
  files.set(change.file, { bytes, size: Math.max(end, old.size) })
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
