import type { PageName } from './pages.ts'

/** What differs between printers, as data. Chosen by a person: printers lie about their name. */
export interface PrinterModel {
  readonly id: string
  readonly name: string
  /** Pages the printer really has, best first, with the number `ESC t` selects them by. [PRINT4] */
  readonly pages: ReadonlyMap<PageName, number>
  /** Lines between the print head and the cutter: less than this and the cut goes through the text. */
  readonly feedBeforeCut: number
  readonly cut: 'partial' | 'full'
}

/** Epson's numbering, which clones copy. */
const EPSON_PAGES: ReadonlyMap<PageName, number> = new Map([
  ['windows1252', 16],
  ['cp858', 19],
  ['cp852', 18],
  ['cp866', 17],
  ['cp437', 0],
])

/** For 58 mm clones, whose Central European and Cyrillic pages are often missing or numbered otherwise. */
const WESTERN_PAGES: ReadonlyMap<PageName, number> = new Map([
  ['windows1252', 16],
  ['cp858', 19],
  ['cp437', 0],
])

const GENERIC_80MM: PrinterModel = {
  id: 'generic-80mm',
  name: '80 mm, Epson compatible',
  pages: EPSON_PAGES,
  feedBeforeCut: 4,
  cut: 'partial',
}

const GENERIC_58MM: PrinterModel = {
  id: 'generic-58mm',
  name: '58 mm, Epson compatible',
  pages: WESTERN_PAGES,
  feedBeforeCut: 3,
  cut: 'partial',
}

export const PRINTER_MODELS: readonly PrinterModel[] = [GENERIC_80MM, GENERIC_58MM]

/** Font A columns a line may have (M6). */
export type Columns = 32 | 42 | 48

/** The model for a printer nobody named a model for: 32 columns only exist on 58 mm paper. */
export function defaultModel(columns: Columns): PrinterModel {
  return columns === 32 ? GENERIC_58MM : GENERIC_80MM
}
