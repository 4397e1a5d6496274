import type { LineNews, LineOrder } from '#device/messages/printer-lines.ts'
import type { ByteLine, LineListener } from '#spool/byte-line.ts'

/** Lines to the printer that hangs on this device: its page carries the bytes. [PRINT23] */
export interface PageLines {
  open(): ByteLine
  /** The page said something about one of them. */
  told(line: number, news: LineNews): void
}

export function createPageLines(tell: (line: number, order: LineOrder) => void): PageLines {
  const lines = new Map<number, (news: LineNews) => void>()
  let last = 0
  return {
    open() {
      last += 1
      const number = last
      const { line, told } = lineTo(
        (order) => tell(number, order),
        () => lines.delete(number),
      )
      lines.set(number, told)
      tell(number, { what: 'open' })
      return line
    },
    told: (line, news) => lines.get(line)?.(news),
  }
}

function lineTo(
  tell: (order: LineOrder) => void,
  forget: () => void,
): { readonly line: ByteLine; readonly told: (news: LineNews) => void } {
  let listener: LineListener | null = null
  let isOpen = false
  let isClosed = false
  /** Bytes that are with the page, and not yet with the printer. */
  let underWay = 0

  function close(why: string): void {
    if (isClosed) return
    isOpen = false
    isClosed = true
    forget()
    listener?.lost(why)
  }

  function told(news: LineNews): void {
    switch (news.what) {
      case 'open':
        isOpen = true
        listener?.changed()
        break
      case 'took':
        underWay -= news.bytes
        listener?.changed()
        break
      case 'heard':
        listener?.heard(news.bytes)
        break
      case 'lost':
        close(news.why)
        break
      case 'closed':
        close('the connection closed')
    }
  }

  const line: ByteLine = {
    listen: (to) => {
      listener = to
    },
    get isOpen() {
      return isOpen
    },
    get isFull() {
      return underWay > 0
    },
    get isClosed() {
      return isClosed
    },
    write(bytes) {
      if (isClosed) return
      underWay += bytes.length
      tell({ what: 'write', bytes: bytes.slice() })
    },
    end: () => (isClosed ? undefined : tell({ what: 'end' })),
    // The page ends it once the last byte is out, whoever waits for that.
    leave: () => {},
    destroy() {
      if (isClosed) return
      tell({ what: 'break' })
      close('broken off')
    },
  }
  return { line, told }
}
