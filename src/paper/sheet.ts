import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import { CELL_WIDTH } from './line.ts'

/** Dots a millimetre of a 203 dpi head. */
const DOTS_PER_MM = 8

const SIDE_MIN_DOTS = 24
const TOOTH_WIDTH = 16
const TOOTH_HEIGHT = 10

const PAPER = '#fdfdfb'
const PAPER_EDGE = '#f4f3ef'
export const INK = '#232327'

/** Dots the head can reach: 384, 504, 576. */
export function headDots(columns: number): number {
  return columns * CELL_WIDTH
}

/** Dots from edge to edge of the roll: 58 mm paper for 32 columns, 80 mm for the others. */
function paperDots(columns: number): number {
  const roll = (columns <= 35 ? 58 : 80) * DOTS_PER_MM
  return Math.max(roll, headDots(columns) + 2 * SIDE_MIN_DOTS)
}

export interface Sheet {
  readonly canvas: Canvas
  /** Measures in dots; 0, 0 is the top left of what the head can reach. */
  readonly context: SKRSContext2D
}

/** A blank piece of paper, cut by teeth at the bottom; outside the paper the picture is transparent. */
export function blankSheet(columns: number, height: number, scale: number): Sheet {
  const width = paperDots(columns)
  const canvas = createCanvas(width * scale, (height + TOOTH_HEIGHT) * scale)
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  outline(context, width, height)
  context.fillStyle = PAPER
  context.fill()
  context.save()
  context.clip()
  shade(context, width, height)
  context.restore()
  context.translate((width - headDots(columns)) / 2, 0)
  context.fillStyle = INK
  return { canvas, context }
}

function outline(context: SKRSContext2D, width: number, height: number): void {
  const teeth = Math.round(width / TOOTH_WIDTH)
  const tooth = width / teeth
  context.beginPath()
  context.moveTo(0, 0)
  context.lineTo(width, 0)
  context.lineTo(width, height)
  for (let at = teeth - 1; at >= 0; at--) {
    // Not quite even: paper tears a little differently at every tooth. By position, so a picture repeats
    // exactly.
    const depth = TOOTH_HEIGHT * (0.72 + 0.28 * Math.abs(Math.sin(at * 2.3)))
    context.lineTo((at + 0.5) * tooth, height + depth)
    context.lineTo(at * tooth, height)
  }
  context.closePath()
}

/** Paper off a roll is a little darker towards its sides and where it bends at the top. */
function shade(context: SKRSContext2D, width: number, height: number): void {
  const across = context.createLinearGradient(0, 0, width, 0)
  across.addColorStop(0, PAPER_EDGE)
  across.addColorStop(0.06, 'rgba(253,253,251,0)')
  across.addColorStop(0.94, 'rgba(253,253,251,0)')
  across.addColorStop(1, PAPER_EDGE)
  context.fillStyle = across
  context.fillRect(0, 0, width, height + TOOTH_HEIGHT)
  const down = context.createLinearGradient(0, 0, 0, 40)
  down.addColorStop(0, 'rgba(0,0,0,0.035)')
  down.addColorStop(1, 'rgba(0,0,0,0)')
  context.fillStyle = down
  context.fillRect(0, 0, width, 40)
}
