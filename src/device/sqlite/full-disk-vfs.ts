import {
  SQLITE_FULL,
  SQLITE_IOCAP_POWERSAFE_OVERWRITE,
  SQLITE_IOERR,
  SQLITE_OK,
} from '@journeyapps/wa-sqlite'
import { AccessHandlePoolVFS } from '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js'

const GATHERED_MAX = 256 * 1024

/**
 * The pool of OPFS files, but a browser that refuses to write (no quota left) becomes SQLite's own "disk full"
 * instead of an exception thrown through the middle of it: SQLite rolls back and nothing is half written.
 *
 * A commit is dozens of small writes, each right behind the last, and each dear in a browser. They are gathered and
 * written as one as soon as SQLite does anything else: everything happens in the order it was asked for, and a
 * flush comes after all that it is for.
 */
export class FullDiskVfs extends AccessHandlePoolVFS {
  readonly #gathered = new Uint8Array(GATHERED_MAX)
  #fileId = 0
  #offset = 0
  #length = 0

  static override async create(name: string, module: object): Promise<FullDiskVfs> {
    const vfs = new FullDiskVfs(name, module)
    await vfs.isReady()
    return vfs
  }

  has(file: string): boolean {
    const found = new DataView(new ArrayBuffer(4))
    this.jAccess(file, 0, found)
    return found.getInt32(0, true) === 1
  }

  override jWrite(fileId: number, data: Uint8Array, offset: number): number {
    const room = GATHERED_MAX - this.#length
    const follows =
      fileId === this.#fileId && offset === this.#offset + this.#length && data.byteLength <= room
    if (!follows) {
      const written = this.#writeGathered()
      if (written !== SQLITE_OK) return written
      if (data.byteLength > GATHERED_MAX) return refused(() => super.jWrite(fileId, data, offset))
      this.#fileId = fileId
      this.#offset = offset
    }
    this.#gathered.set(data.subarray(), this.#length)
    this.#length += data.byteLength
    return SQLITE_OK
  }

  override jRead(fileId: number, data: Uint8Array, offset: number): number {
    return this.#afterGathered(() => super.jRead(fileId, data, offset))
  }

  override jTruncate(fileId: number, size: number): number {
    return this.#afterGathered(() => super.jTruncate(fileId, size))
  }

  override jSync(fileId: number, flags: number): number {
    return this.#afterGathered(() => super.jSync(fileId, flags))
  }

  override jFileSize(fileId: number, size: DataView): number {
    return this.#afterGathered(() => super.jFileSize(fileId, size))
  }

  override jClose(fileId: number): number {
    return this.#afterGathered(() => super.jClose(fileId))
  }

  override jDelete(name: string, syncDirectory: number): number {
    return this.#afterGathered(() => super.jDelete(name, syncDirectory))
  }

  /**
   * A torn write spares its neighbours. Not told so, SQLite pads a commit behind its mark: where the padding no longer
   * fits, a refused commit would come back to life at the next start. [DISK2]
   */
  override jDeviceCharacteristics(fileId: number): number {
    return super.jDeviceCharacteristics(fileId) | SQLITE_IOCAP_POWERSAFE_OVERWRITE
  }

  #afterGathered(act: () => number): number {
    const written = this.#writeGathered()
    return written === SQLITE_OK ? refused(act) : written
  }

  #writeGathered(): number {
    if (this.#length === 0) return SQLITE_OK
    const gathered = this.#gathered.subarray(0, this.#length)
    this.#length = 0
    return refused(() => super.jWrite(this.#fileId, gathered, this.#offset))
  }
}

function refused(act: () => number): number {
  try {
    return act()
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? SQLITE_FULL : SQLITE_IOERR
  }
}
