/** Why a printer that answers does not print. */
export type Trouble = 'printer_paper_out' | 'printer_cover_open' | 'printer_offline'

/** Length of an automatic status block, which a printer sends whenever it likes. */
const AUTOMATIC_BYTES = 4

/**
 * The newest `DLE EOT` answer, told by its fixed bits and not by its place: clones answer late and chatter.
 */
export function lastStatus(inbox: readonly number[]): number | null {
  return inbox.findLast((byte) => (byte & 0x93) === 0x12) ?? null
}

/** What an answer to `DLE EOT n` complains about. */
export function troubleOf(question: 1 | 2 | 4, status: number): Trouble | null {
  switch (question) {
    case 1:
      return (status & 0x08) !== 0 ? 'printer_offline' : null
    case 2:
      if ((status & 0x04) !== 0) return 'printer_cover_open'
      if ((status & 0x20) !== 0) return 'printer_paper_out'
      return (status & 0x40) !== 0 ? 'printer_offline' : null
    case 4:
      return (status & 0x60) !== 0 ? 'printer_paper_out' : null
  }
}

/** Whether an answer to `GS r` (bits 4 and 7 clear) is there, past status blocks and late status answers. */
export function fenceAnswered(inbox: readonly number[]): boolean {
  let at = 0
  while (at < inbox.length) {
    const byte = inbox[at] ?? 0
    if ((byte & 0x93) === 0x10) at += AUTOMATIC_BYTES
    else if ((byte & 0x90) === 0) return true
    else at += 1
  }
  return false
}
