import type { LineNews, LineOrder } from '#device/messages/printer-lines.ts'
import type { KeptPort } from './kept-port.ts'
import { whyOf, type PortKind, type PortMaker, type PortSetup } from './port.ts'
import { createPortInUse, type PortInUse } from './port-in-use.ts'

/** How the printer of this device stands, as far as this page knows. */
export interface OwnPrinterState {
  /** What the browser can reach printers by here. */
  readonly kinds: readonly PortKind[]
  /** The one that a person chose; null: none. */
  readonly chosen: PortKind | null
  /** What its maker calls it; empty: not known now. */
  readonly name: string
  readonly isOpen: boolean
}

/** The printer that hangs on this device: chosen by a person, written to by the worker. [PRINT24] */
export interface OwnPrinter {
  state(): OwnPrinterState
  /** Calls `told` after every change until the returned function is called. */
  follow(told: () => void): () => void
  /** In answer to a tap. `none`: no printer was chosen; `refused`: the browser may not use it. */
  connect(kind: PortKind, setup: PortSetup): Promise<'connected' | 'none' | 'refused'>
  disconnect(): Promise<void>
  /** Something the worker has done with it. */
  order(line: number, order: LineOrder): void
}

export interface OwnPrinterOptions {
  readonly kinds: readonly PortKind[]
  /** Read only once a printer is chosen: most devices have none. */
  readonly makerOf: (kind: PortKind) => Promise<PortMaker>
  readonly kept: { read(): KeptPort | null; write(kept: KeptPort | null): void }
  readonly tell: (line: number, news: LineNews) => void
}

export function createOwnPrinter({ kinds, makerOf, kept, tell }: OwnPrinterOptions): OwnPrinter {
  const followers = new Set<() => void>()
  /** The worker's line that is under way; 0: none. */
  let line = 0
  /** One thing after the other, whatever comes in meanwhile. */
  let tail: Promise<unknown> = Promise.resolve()
  const port = createPortInUse({
    kept: kept.read,
    makerOf,
    heard: (bytes) => tell(line, { what: 'heard', bytes }),
    lost(why) {
      if (line !== 0) tell(line, { what: 'lost', why })
      changed()
    },
  })
  let shown = stateNow()

  function stateNow(): OwnPrinterState {
    const open = port.now()
    return { kinds, chosen: kept.read()?.kind ?? null, name: open?.name ?? '', isOpen: open !== null }
  }

  function changed(): void {
    shown = stateNow()
    for (const told of followers) told()
  }

  const carry = carrierOf(port, tell, changed)
  return {
    state: () => shown,
    follow(told) {
      followers.add(told)
      return () => followers.delete(told)
    },
    async connect(kind, setup) {
      const maker = await makerOf(kind)
      const found = await maker.choose(setup).catch(() => 'refused' as const)
      if (found === 'refused') return found
      if (found === null) return 'none'
      port.forget()
      if (port.now() !== null) port.drop('another printer was chosen')
      try {
        await port.take(found)
      } catch {
        await found.close().catch(() => {})
        return 'refused'
      }
      kept.write({ kind, mark: found.mark, ...setup })
      changed()
      return 'connected'
    },
    async disconnect() {
      kept.write(null)
      port.forget()
      if (port.now() !== null) port.drop('it was disconnected')
      changed()
    },
    order(at, order) {
      if (order.what === 'open') line = at
      if (at !== line) return
      // What is broken off must not wait for a write that never ends.
      if (order.what === 'break') {
        port.drop('broken off')
        line = 0
        tail = Promise.resolve()
      } else
        tail = tail
          .then(() => (at === line ? carry(at, order) : undefined))
          .catch((error: unknown) => {
            // What was broken off may fail later: then the port is another line's.
            if (at === line) port.drop(whyOf(error))
          })
    },
  }
}

/** Does what the worker wants of an open line, and says that it is done. */
function carrierOf(
  port: PortInUse,
  tell: OwnPrinterOptions['tell'],
  changed: () => void,
): (line: number, order: Exclude<LineOrder, { what: 'break' }>) => Promise<void> {
  return async (line, order) => {
    if (order.what === 'end') tell(line, { what: 'closed' })
    if (order.what === 'open') {
      await port.findAgain()
      changed()
      tell(line, { what: 'open' })
    }
    if (order.what !== 'write') return
    const open = port.now()
    if (open === null) throw new Error('the printer is not connected')
    await open.write(order.bytes)
    tell(line, { what: 'took', bytes: order.bytes.length })
  }
}
