import type { Columns } from './station.ts'

/** A printer that can be bought, as people choose it. How it is spoken to is the printing layer's. [PRINT4] */
export interface PrinterModelName {
  readonly id: string
  readonly name: string
  /** Of the paper it is usually sold for. */
  readonly columns: Columns
}

/** Those of which it is known which letters they have. Several that are alike in all of it are one. */
export const PRINTER_MODEL_NAMES = [
  { id: 'bixolon-srp350', name: 'Bixolon SRP-350', columns: 42 },
  { id: 'bixolon-srp350iii', name: 'Bixolon SRP-350III', columns: 42 },
  { id: 'citizen-ct-s310', name: 'Citizen CT-S310II', columns: 48 },
  { id: 'epson-tm-m30', name: 'Epson TM-m30, m30II, m30III', columns: 48 },
  { id: 'epson-tm-p20', name: 'Epson TM-P20II', columns: 32 },
  { id: 'epson-tm-t20', name: 'Epson TM-T20, T20II, T20III, T20IV', columns: 48 },
  { id: 'epson-tm-t70', name: 'Epson TM-T70, T70II', columns: 42 },
  { id: 'epson-tm-t88', name: 'Epson TM-T88II to T88VII', columns: 42 },
  { id: 'fujitsu-fp1000', name: 'Fujitsu FP-1000', columns: 48 },
  // Of its 44 columns; two stay white.
  { id: 'hp-a779', name: 'HP A779', columns: 42 },
  { id: 'metapace-t1', name: 'Metapace T-1', columns: 42 },
  { id: 'mpt-ii', name: 'MPT-II', columns: 48 },
  { id: 'pos-5890', name: 'POS-5890, Zijiang 58 mm', columns: 32 },
  { id: 'pos-8360', name: 'POS-8360', columns: 48 },
  { id: 'star-escpos', name: 'Star, set to ESC/POS', columns: 48 },
  { id: 'sunmi-58mm', name: 'Sunmi, 58 mm', columns: 32 },
  { id: 'sunmi-80mm', name: 'Sunmi, 80 mm', columns: 48 },
  { id: 'xprinter-80mm', name: 'Xprinter XP-N160II, XP-T80Q', columns: 48 },
  { id: 'youku-58t', name: 'Youku 58T', columns: 32 },
] as const satisfies readonly PrinterModelName[]

export type PrinterModelId = (typeof PRINTER_MODEL_NAMES)[number]['id']
