import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { Columns } from '#domain/kitchen/station.ts'
import { drawnLine, needsDrawing, rasterBytes, type Pen } from './drawing.ts'
import { ticketLines, type TicketHead } from './kitchen-lines.ts'
import type { KitchenTicket } from './kitchen-ticket.ts'
import type { PaperLine } from './lines.ts'
import { modelOf, type PrinterModel } from './models.ts'
import { pageOf, type PageName } from './pages.ts'
import type { Repertoire } from './printable.ts'
import { receiptLines } from './receipt-lines.ts'
import type { Receipt } from './receipt.ts'
import { slipLines, type Slip } from './slip.ts'

/** The printer that will really print, known only when a job is sent. */
export interface PrinterProfile {
  readonly columns: Columns
  readonly model?: PrinterModel
  /** Who draws what it has no letters for; absent: nobody, and it becomes ASCII. [PRINT21] */
  readonly pen?: Pen
}

const LINE_FEED = 0x0a

/** A receipt as ESC/POS bytes for one printer: text, feed, cut. [PRINT3] [PRINT9] */
export function encodeReceipt(receipt: Receipt, profile: PrinterProfile): Uint8Array {
  return encodeLines(receiptLines(receipt, profile.columns, repertoireOf(profile)), profile)
}

/** A kitchen ticket as ESC/POS bytes for one printer, with what has to be said above it. [PRINT3] [PRINT9] */
export function encodeTicket(ticket: KitchenTicket, head: TicketHead, profile: PrinterProfile): Uint8Array {
  return encodeLines(ticketLines(ticket, head, profile.columns, repertoireOf(profile)), profile)
}

/** A slip of the house as ESC/POS bytes for one printer. [PRINT3] [PRINT9] */
export function encodeSlip(slip: Slip, copy: number, profile: PrinterProfile): Uint8Array {
  return encodeLines(slipLines(slip, copy, profile.columns, repertoireOf(profile)), profile)
}

function modelFor({ model, columns }: PrinterProfile): PrinterModel {
  return model ?? modelOf(undefined, columns)
}

function repertoireOf(profile: PrinterProfile): Repertoire {
  const { pen } = profile
  const pages = [...modelFor(profile).pages.keys()]
  return pen === undefined ? { pages } : { pages, draws: pen.draws }
}

/** Pulse times in units of 2 ms: 50 ms on, 500 ms off, which every drawer's coil bears. */
const PULSE = [0x19, 0xfa] as const

/** The pulse that opens a cash drawer, and nothing else: no text, no cut. [DRAWER1] */
export function encodeDrawer(pin: 'pin2' | 'pin5'): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 'pin2' ? 0 : 1, ...PULSE)
}

/** Lines that the pages hold as text, the others as pictures of one line each. */
function encodeLines(lines: readonly PaperLine[], profile: PrinterProfile): Uint8Array {
  const model = modelFor(profile)
  const pages = [...model.pages.keys()]
  const { columns, pen } = profile
  const parts: Uint8Array[] = [RESET]
  let written: PaperLine[] = []
  const write = (): void => {
    if (written.length > 0) parts.push(encodeText(written, columns, model))
    written = []
  }
  for (const line of lines) {
    if (pen === undefined || !needsDrawing(line, pages)) {
      written.push(line)
      continue
    }
    write()
    parts.push(rasterBytes(pen.draw(drawnLine(line, columns, pages))))
  }
  write()
  return joined([...parts, cutBytes(model)])
}

/**
 * `ESC @`, then Chinese letters off, for which clones that are sold there take any two bytes above ASCII, and the
 * first font.
 */
const RESET = Uint8Array.of(0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x4d, 0)

/** Feed and cut, and nothing after: a line feed more would be a blank line on top of the next customer's receipt. */
function cutBytes({ feedBeforeCut, cut }: PrinterModel): Uint8Array {
  const feed = Array<number>(feedBeforeCut).fill(LINE_FEED)
  return Uint8Array.from(cut === 'none' ? feed : [...feed, 0x1d, 0x56, 1])
}

function encodeText(lines: readonly PaperLine[], columns: number, model: PrinterModel): Uint8Array {
  const pages = [...model.pages.keys()]
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    // The printer's own pages, so that asking for one it lacks throws instead of printing a wrong letter
    // (M3).
    codepageMapping: Object.fromEntries(model.pages),
    errors: 'strict',
  })
  for (const line of lines) writeLine(encoder, line, pages)
  return encoder.encode()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function writeLine(encoder: ReceiptPrinterEncoder, line: PaperLine, pages: readonly PageName[]): void {
  const width = line.width ?? 1
  const height = line.height ?? 1
  // Chosen before anything is written: until then the encoder writes in a page of its own choice (M1).
  encoder.codepage(pages[0] ?? 'cp437').text(' '.repeat(line.indent ?? 0))
  encoder
    .size(width, height)
    .bold(line.bold === true)
    .invert(line.invert === true)
  for (const run of runsByPage(line.text, pages)) encoder.codepage(run.page).text(run.text)
  encoder.newline()
  encoder.size(1, 1).bold(false).invert(false)
}

/** The text in pieces that one page holds each, changing page as rarely as possible. [PRINT4] */
function runsByPage(
  text: string,
  pages: readonly PageName[],
): readonly { readonly page: PageName; readonly text: string }[] {
  const runs: { page: PageName; text: string }[] = []
  for (const character of text) {
    const last = runs.at(-1)
    if (last !== undefined && pageOf(character, [last.page]) !== undefined) {
      last.text += character
      continue
    }
    const page = pageOf(character, pages)
    if (page === undefined) throw new Error(`assertion failed: no page of the printer holds "${character}"`)
    runs.push({ page, text: character })
  }
  return runs
}
