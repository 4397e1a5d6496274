import type { Pen } from '#printing/drawing.ts'
import { penOn, type Sheet } from '#printing/pen.ts'

/** Even letters, where this machine has some; behind them whatever it has for a writing. */
const FAMILIES = 'ui-monospace, "DejaVu Sans Mono", "Courier New", monospace, sans-serif'

/** Draws with the fonts of this device. [PRINT21] */
export function createCanvasPen(): Pen {
  return penOn(sheetOf, FAMILIES)
}

function sheetOf(width: number, height: number): Sheet {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('assertion failed: no canvas in this worker')
  return context
}
