import { createCanvas } from '@napi-rs/canvas'
import type { Pen } from '#printing/drawing.ts'
import { penOn } from '#printing/pen.ts'
import { penFonts } from './pen-fonts.ts'

/** Draws with the fonts of this program, and behind them the machine's own. [PRINT21] */
export function createPen(): Pen {
  return penOn((width, height) => createCanvas(width, height).getContext('2d'), penFonts())
}
