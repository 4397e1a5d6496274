import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { ticketLines, type TicketHead } from './kitchen-lines.ts'
import type { KitchenTicket } from './kitchen-ticket.ts'
import type { PaperLine } from './lines.ts'
import { defaultModel, type Columns, type PrinterModel } from './models.ts'
import { pageOf, type PageName } from './pages.ts'
import { receiptLines } from './receipt-lines.ts'
import type { Receipt } from './receipt.ts'
import { slipLines, type Slip } from './slip.ts'

/** The printer that will really print, known only when a job is sent. */
export interface PrinterProfile {
  readonly columns: Columns
  readonly model?: PrinterModel
}

const LINE_FEED = 0x0a

/** A receipt as ESC/POS bytes for one printer: text, feed, cut. [PRINT3] [PRINT9] */
export function encodeReceipt(receipt: Receipt, profile: PrinterProfile): Uint8Array {
  const model = profile.model ?? defaultModel(profile.columns)
  const lines = receiptLines(receipt, profile.columns, [...model.pages.keys()])
  return encodeLines(lines, profile.columns, model)
}

/** A kitchen ticket as ESC/POS bytes for one printer, with what has to be said above it. [PRINT3] [PRINT9] */
export function encodeTicket(ticket: KitchenTicket, head: TicketHead, profile: PrinterProfile): Uint8Array {
  const model = profile.model ?? defaultModel(profile.columns)
  const lines = ticketLines(ticket, head, profile.columns, [...model.pages.keys()])
  return encodeLines(lines, profile.columns, model)
}

/** A slip of the house as ESC/POS bytes for one printer. [PRINT3] [PRINT9] */
export function encodeSlip(slip: Slip, copy: number, profile: PrinterProfile): Uint8Array {
  const model = profile.model ?? defaultModel(profile.columns)
  const lines = slipLines(slip, copy, profile.columns, [...model.pages.keys()])
  return encodeLines(lines, profile.columns, model)
}

/** Pulse times in units of 2 ms: 50 ms on, 500 ms off, which every drawer's coil bears. */
const PULSE = [0x19, 0xfa] as const

/** The pulse that opens a cash drawer, and nothing else: no text, no cut. [DRAWER1] */
export function encodeDrawer(pin: 'pin2' | 'pin5'): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 'pin2' ? 0 : 1, ...PULSE)
}

function encodeLines(lines: readonly PaperLine[], columns: Columns, model: PrinterModel): Uint8Array {
  const pages = [...model.pages.keys()]
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    feedBeforeCut: model.feedBeforeCut,
    // The printer's own pages, so that asking for one it lacks throws instead of printing a wrong letter
    // (M3).
    codepageMapping: Object.fromEntries(model.pages),
    errors: 'strict',
  })
  encoder.initialize()
  for (const line of lines) writeLine(encoder, line, pages)
  encoder.cut(model.cut)
  return withoutFeedAfterCut(encoder.encode())
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

/** The encoder ends with a line feed even after a cut: a blank line on top of the next customer's receipt. */
function withoutFeedAfterCut(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === LINE_FEED ? bytes.slice(0, -1) : bytes
}
