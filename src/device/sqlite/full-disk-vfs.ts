import { SQLITE_FULL, SQLITE_IOERR } from '@journeyapps/wa-sqlite'
import { AccessHandlePoolVFS } from '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js'

/**
 * The pool of OPFS files, but a browser that refuses to write (no quota left) becomes SQLite's own "disk full"
 * instead of an exception thrown through the middle of it: SQLite rolls back and nothing is half written.
 */
export class FullDiskVfs extends AccessHandlePoolVFS {
  static override async create(name: string, module: object): Promise<FullDiskVfs> {
    const vfs = new FullDiskVfs(name, module)
    await vfs.isReady()
    return vfs
  }

  override jWrite(fileId: number, data: Uint8Array, offset: number): number {
    return refused(() => super.jWrite(fileId, data, offset))
  }

  override jTruncate(fileId: number, size: number): number {
    return refused(() => super.jTruncate(fileId, size))
  }

  override jSync(fileId: number, flags: number): number {
    return refused(() => super.jSync(fileId, flags))
  }
}

function refused(write: () => number): number {
  try {
    return write()
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? SQLITE_FULL : SQLITE_IOERR
  }
}
