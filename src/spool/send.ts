import type { ByteLine } from './byte-line.ts'
import { PrinterLink } from './printer-link.ts'
import { fenceAnswered, lastStatus, troubleOf, type Trouble } from './status.ts'

/** How long to wait, in milliseconds. */
export interface PrinterTimeouts {
  readonly connectMs: number
  /** For each status question; a printer that answers at all does so at once. */
  readonly statusMs: number
  /** For the printer to take the next piece of the job. */
  readonly stallMs: number
  /** From the last byte to the answer that everything is on paper… */
  readonly fenceMs: number
  /** …and more for each 10 KB, which take a second to print. */
  readonly fencePer10KbMs: number
  /** For the printer to hang up after us, so that the next job finds it free. */
  readonly closeMs: number
  /** How long a printer may stand still with a job in it… */
  readonly holdMs: number
  /** …and how often it is asked whether it still does. */
  readonly holdLookMs: number
}

const PRINTER_TIMEOUTS: PrinterTimeouts = {
  connectMs: 3_000,
  statusMs: 1_000,
  stallMs: 15_000,
  fenceMs: 15_000,
  fencePer10KbMs: 1_000,
  closeMs: 2_000,
  holdMs: 30 * 60_000,
  holdLookMs: 2_000,
}

export interface PrinterJob {
  /** Opens the way to the printer. Throws for an address that is none. */
  readonly open: () => ByteLine
  readonly bytes: Uint8Array
  /** Gives up: nothing is sent any more. */
  readonly signal?: AbortSignal
  /**
   * Told when the printer has taken the job and stands still with it: no paper, an open cover. Then the connection is
   * kept, and waited on, until it says what came of it.
   */
  readonly onHolding?: (trouble: Trouble) => void
  readonly timeouts?: Partial<PrinterTimeouts>
}

/** What is known about the paper. Only `not_sent` is safe to send again without a second copy. */
export type PrinterResult =
  /** Printed: the printer answered a question that stood behind the last byte. */
  | { readonly state: 'confirmed' }
  /** The printer took everything and has no way to say that it printed. */
  | { readonly state: 'sent'; readonly reason: 'no_fence' }
  /** Not one byte of the job left this machine. */
  | { readonly state: 'not_sent'; readonly code: 'printer_unreachable' | Trouble; readonly detail: string }
  /** Some bytes left, and nobody knows how far they came. */
  | { readonly state: 'unknown'; readonly code: 'printer_lost'; readonly detail: string }

/** `DLE EOT n`: offline, paper and cover, paper sensor. */
const QUESTIONS = [1, 2, 4] as const

/** `GS r 1`: queued behind the job, so its answer means the job is done. */
const FENCE = Uint8Array.of(0x1d, 0x72, 0x01)

const TEN_KB = 10 * 1024

/**
 * Prints bytes on a printer, and says truthfully what came of it; never throws. [PRINT10] [PRINT11]
 */
export async function sendToPrinter(job: PrinterJob): Promise<PrinterResult> {
  const timeouts = { ...PRINTER_TIMEOUTS, ...job.timeouts }
  const link = open(job)
  if (typeof link === 'string') return notSent('printer_unreachable', link)
  if ((await link.connected(timeouts.connectMs)) !== 'done') {
    link.abandon()
    return notSent('printer_unreachable', link.lost ?? `no connection within ${timeouts.connectMs} ms`)
  }
  const trouble = await ask(link, timeouts.statusMs)
  if (trouble !== null) {
    link.abandon()
    return notSent(trouble, 'it answered before the job')
  }
  if (link.lost !== null) return notSent('printer_unreachable', link.lost)
  return deliver(link, job, timeouts)
}

/**
 * The link, or why there cannot be one: an address that is none must not throw in the middle of the queue.
 */
function open(job: PrinterJob): PrinterLink | string {
  try {
    return new PrinterLink(job.open(), job.signal)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** From here on a part of the job may be on paper whatever happens. */
async function deliver(
  link: PrinterLink,
  { bytes, onHolding }: PrinterJob,
  timeouts: PrinterTimeouts,
): Promise<PrinterResult> {
  link.forget()
  for (const part of [bytes, FENCE]) {
    const written = await link.write(part, timeouts.stallMs)
    if (written === 'done') continue
    link.abandon()
    return lost(link.lost ?? `the printer took no more bytes for ${timeouts.stallMs} ms`)
  }
  const fenceMs = timeouts.fenceMs + Math.floor(bytes.length / TEN_KB) * timeouts.fencePer10KbMs
  let fence = await link.until(() => fenceAnswered(link.inbox), fenceMs)
  let trouble = fence === 'timeout' ? await ask(link, timeouts.statusMs) : null
  if (trouble !== null && onHolding !== undefined) {
    onHolding(trouble)
    trouble = await heldUp(link, timeouts, trouble)
    if (trouble === null) fence = await link.until(() => fenceAnswered(link.inbox), fenceMs)
  }
  // An answer may come while the printer is asked.
  const isDone = fence === 'done' || fenceAnswered(link.inbox)
  if (!isDone && link.lost !== null) return lost(link.lost)
  // Never cut off here: a printer without paper still holds the job and prints it when paper is back (M7).
  await link.finish(timeouts.closeMs)
  if (isDone) return { state: 'confirmed' }
  if (trouble !== null) return lost(`${trouble} after the job was sent; it may print later`)
  return { state: 'sent', reason: 'no_fence' }
}

/** Waits with a printer that stands still, for as long as it says so; null: it goes on, or is gone. [PRINT19] */
async function heldUp(
  link: PrinterLink,
  { holdMs, holdLookMs, statusMs }: PrinterTimeouts,
  trouble: Trouble,
): Promise<Trouble | null> {
  let now: Trouble | null = trouble
  for (let waitedMs = 0; now !== null && waitedMs < holdMs; waitedMs += holdLookMs) {
    const fence = await link.until(() => fenceAnswered(link.inbox), holdLookMs)
    if (fence !== 'timeout') return null
    now = await ask(link, statusMs)
  }
  return now
}

/**
 * Asks for status; silence means unknown, and the job goes ahead: a query must not stop printing. [PRINT10]
 */
async function ask(link: PrinterLink, statusMs: number): Promise<Trouble | null> {
  let found: Trouble | null = null
  for (const question of QUESTIONS) {
    const before = link.inbox.length
    const status = (): number | null => lastStatus(link.inbox.slice(before))
    if ((await link.write(Uint8Array.of(0x10, 0x04, question), statusMs)) !== 'done') return found
    const answered = await link.until(() => status() !== null, statusMs)
    // One silence is enough: a printer that does not answer this one answers none.
    if (answered !== 'done') return found
    found = worse(found, troubleOf(question, status() ?? 0))
  }
  return found
}

/** "Offline" alone says little; cover and paper say what a person has to do. */
function worse(a: Trouble | null, b: Trouble | null): Trouble | null {
  const order: readonly (Trouble | null)[] = ['printer_cover_open', 'printer_paper_out', 'printer_offline']
  return order.find((trouble) => trouble === a || trouble === b) ?? null
}

function notSent(code: 'printer_unreachable' | Trouble, detail: string): PrinterResult {
  return { state: 'not_sent', code, detail }
}

function lost(detail: string): PrinterResult {
  return { state: 'unknown', code: 'printer_lost', detail }
}
