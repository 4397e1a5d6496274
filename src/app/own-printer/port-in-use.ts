import type { KeptPort } from './kept-port.ts'
import type { PortListener, PortMaker, PrinterPort } from './port.ts'

/** The port that is open, if one is, and how it is opened again. */
export interface PortInUse {
  /** Null: none is open. */
  now(): PrinterPort | null
  /** Rejects when it cannot be used. */
  take(port: PrinterPort): Promise<void>
  /** The open one, or else the one that was there last. Rejects, with words, when there is none to be had. */
  findAgain(): Promise<void>
  /** Ends it, and says why. */
  drop(why: string): void
  /** Not looked for any more. */
  forget(): void
}

interface Options extends PortListener {
  readonly kept: () => KeptPort | null
  readonly makerOf: (kind: KeptPort['kind']) => Promise<PortMaker>
}

export function createPortInUse({ kept, makerOf, heard, lost }: Options): PortInUse {
  let open: PrinterPort | null = null
  /** The one that was there last: a browser that forgets whom it may talk to knows it while the page is open. */
  let known: PrinterPort | null = null

  async function take(port: PrinterPort): Promise<void> {
    await port.open({ heard, lost: (why) => (open === port ? drop(why) : undefined) })
    open = port
    known = port
  }

  function drop(why: string): void {
    const gone = open
    open = null
    gone?.close().catch(() => {})
    lost(why)
  }

  async function takeKnown(port: PrinterPort): Promise<boolean> {
    try {
      await take(port)
      return true
    } catch {
      await port.close().catch(() => {})
      return false
    }
  }

  return {
    now: () => open,
    take,
    async findAgain() {
      if (open !== null || (known !== null && (await takeKnown(known)))) return
      const before = kept()
      if (before === null) throw new Error('no printer was chosen on this device')
      const found = await (await makerOf(before.kind)).again(before.mark, before)
      if (found === null) throw new Error('the printer is not connected')
      await take(found)
    },
    drop,
    forget() {
      known = null
    },
  }
}
