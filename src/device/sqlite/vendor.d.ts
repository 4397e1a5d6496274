// The package ships this file without types.
declare module '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js' {
  import type { Base } from '@journeyapps/wa-sqlite/src/VFS.js'

  export class AccessHandlePoolVFS extends Base {
    static create(name: string, module: object): Promise<AccessHandlePoolVFS>
    constructor(name: string, module: object)
    override isReady(): Promise<boolean>
    override close(): Promise<void>
    jAccess(name: string, flags: number, result: DataView): number
    jClose(fileId: number): number
    jDelete(name: string, syncDirectory: number): number
    jFileSize(fileId: number, size: DataView): number
    jRead(fileId: number, data: Uint8Array, offset: number): number
    jWrite(fileId: number, data: Uint8Array, offset: number): number
    jTruncate(fileId: number, size: number): number
    jDeviceCharacteristics(fileId: number): number
    jSync(fileId: number, flags: number): number
  }
}
