import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Factory, SQLITE_IOCAP_POWERSAFE_OVERWRITE, SQLITE_OK } from '@journeyapps/wa-sqlite'
import SqliteModule from '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs'
import { MemoryVFS } from '@journeyapps/wa-sqlite/src/examples/MemoryVFS.js'
import type { ConnectionSource } from '../../src/database/connection.ts'
import { openFile } from '../../src/device/sqlite/opfs.ts'

/** What SQLite asked of its disk, in its order; and what was promised to others meanwhile. */
export type DiskAct =
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'delete'; readonly file: string }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'promised'; readonly seq: number }

/** The methods the package's own files in memory are made of; its types leave them out. */
interface MemoryFiles extends Omit<MemoryVFS, 'mapIdToFile'> {
  readonly mapIdToFile: ReadonlyMap<number, { readonly pathname: string }>
  jDelete(name: string, syncDirectory: number): number
  jWrite(fileId: number, data: Uint8Array, offset: number): number
  jTruncate(fileId: number, size: number): number
  jSync(fileId: number, flags: number): number
  jSectorSize(fileId: number): number
  jDeviceCharacteristics(fileId: number): number
}
const FilesInMemory = MemoryVFS as unknown as new (name: string, module: object) => MemoryFiles

/** Files in memory that remember how they came about. It says of itself what Linux says of a disk. */
class RecordingVfs extends FilesInMemory {
  readonly acts: DiskAct[] = []

  override jWrite(fileId: number, data: Uint8Array, offset: number): number {
    this.acts.push({ kind: 'write', file: this.#name(fileId), offset, bytes: data.slice() })
    return super.jWrite(fileId, data, offset)
  }

  override jTruncate(fileId: number, size: number): number {
    this.acts.push({ kind: 'truncate', file: this.#name(fileId), size })
    return super.jTruncate(fileId, size)
  }

  override jDelete(name: string, syncDirectory: number): number {
    this.acts.push({ kind: 'delete', file: name.replace(/^\//, '') })
    return super.jDelete(name, syncDirectory)
  }

  override jSync(fileId: number, _flags: number): number {
    this.acts.push({ kind: 'sync', file: this.#name(fileId) })
    return SQLITE_OK
  }

  override jSectorSize(_fileId: number): number {
    return 4_096
  }

  override jDeviceCharacteristics(_fileId: number): number {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE
  }

  #name(fileId: number): string {
    const file = this.mapIdToFile.get(fileId)
    if (file === undefined) throw new Error('assertion failed: a file nobody opened')
    return file.pathname.replace(/^\//, '')
  }
}

/** An empty database on a disk that is recorded, with the settings of a till and a hub: WAL and FULL. */
export async function openRecorded(
  file: string,
): Promise<{ readonly source: ConnectionSource; readonly acts: DiskAct[] }> {
  const wasm = createRequire(import.meta.url).resolve('@journeyapps/wa-sqlite/dist/mc-wa-sqlite.wasm')
  const module = await SqliteModule({ wasmBinary: readFileSync(wasm) })
  const sqlite = Factory(module)
  const vfs = new RecordingVfs('recorded', module)
  await vfs.isReady()
  sqlite.vfs_register(vfs, true)
  return { source: await openFile(sqlite, 'recorded', file, null), acts: vfs.acts }
}
