/** How a character is drawn. */
export interface Style {
  readonly bold: boolean
  readonly underline: boolean
  readonly invert: boolean
  /** Font B: the narrow one. */
  readonly small: boolean
  readonly width: number
  readonly height: number
}

export interface Run {
  readonly text: string
  readonly style: Style
}

export type Align = 'left' | 'center' | 'right'

/** A line of text as the head printed it; `advance` is how far the paper moved, in dots. */
export interface PrintedLine {
  readonly type: 'line'
  readonly runs: readonly Run[]
  readonly align: Align
  readonly advance: number
}

/** A picture, one bit a dot, rows padded to whole bytes. */
export interface PrintedRaster {
  readonly type: 'raster'
  readonly widthBytes: number
  readonly height: number
  readonly bits: Uint8Array
  readonly align: Align
}

export interface PrintedQr {
  readonly type: 'qr'
  readonly data: string
  /** Dots a module. */
  readonly module: number
  readonly align: Align
}

export interface PrintedBarcode {
  readonly type: 'barcode'
  readonly symbology: number
  readonly data: string
  readonly height: number
  readonly align: Align
}

/** What is on the paper. */
export type Mark =
  | PrintedLine
  | PrintedRaster
  | PrintedQr
  | PrintedBarcode
  | { readonly type: 'feed'; readonly dots: number }

/** Something a real printer would get wrong or do silently; a test that sees one has found a bug. */
export type Problem =
  | 'text_without_line_feed'
  | 'line_too_wide'
  | 'undefined_character'
  | 'cut_too_early'
  | 'raster_too_tall'

/** What the printer did besides printing. */
export type PaperEvent =
  | { readonly type: 'cut'; readonly partial: boolean }
  | { readonly type: 'drawer'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly type: 'unknown'; readonly bytes: readonly number[] }
  | { readonly type: 'problem'; readonly what: Problem; readonly detail: string }

/** A question of the host, to be answered once everything before it is on paper. */
export type Query =
  | { readonly type: 'query'; readonly kind: 'sensor' }
  | { readonly type: 'query'; readonly kind: 'process'; readonly id: readonly number[] }

export type Printed = Mark | PaperEvent | Query
