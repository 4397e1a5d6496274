import type { SKRSContext2D } from '@napi-rs/canvas'
import type { PaperFonts } from './fonts.ts'
import { CELL_HEIGHT, CELL_WIDTH, pitch } from './line.ts'
import type { Run } from './printed.ts'
import { INK } from './sheet.ts'

const FONT_SIZE = 20
/** From the top of a cell to the foot of its letters. */
const BASELINE = 18.5
const PAPER_WHITE = '#fdfdfb'

/** Arms of the box characters, as up, right, down, left; drawn as strokes, so that they join across cells. */
const BOXES: ReadonlyMap<string, string> = new Map([
  ['─', 'rl'],
  ['│', 'ud'],
  ['┌', 'rd'],
  ['┐', 'dl'],
  ['└', 'ur'],
  ['┘', 'ul'],
  ['├', 'urd'],
  ['┤', 'udl'],
  ['┬', 'rdl'],
  ['┴', 'url'],
  ['┼', 'urdl'],
  ['═', 'RL'],
  ['║', 'UD'],
])

/** Draws a run whose characters stand on the line `foot`, from `x` on; where the next one starts. */
export function drawRun(
  context: SKRSContext2D,
  run: Run,
  x: number,
  foot: number,
  fonts: PaperFonts,
): number {
  const { style } = run
  const step = pitch(style)
  const tall = CELL_HEIGHT * style.height
  if (style.invert) {
    context.fillStyle = INK
    context.fillRect(x, foot - tall, step * run.text.length, tall)
  }
  context.fillStyle = style.invert ? PAPER_WHITE : INK
  context.font = `${FONT_SIZE}px ${style.bold ? fonts.bold : fonts.regular}`
  // Whatever font was found, its letters are squeezed into cells of the printer's width.
  const squeeze = step / style.width / context.measureText('0').width
  for (const [at, character] of [...run.text].entries()) {
    context.save()
    context.translate(x + at * step, foot - tall)
    context.scale(style.width, style.height)
    const arms = BOXES.get(character)
    if (arms === undefined) {
      context.scale(squeeze, 1)
      context.fillText(character, 0, BASELINE)
    } else drawBox(context, arms)
    context.restore()
  }
  if (style.underline) context.fillRect(x, foot - 2, step * run.text.length, 2)
  context.fillStyle = INK
  return x + step * run.text.length
}

function drawBox(context: SKRSContext2D, arms: string): void {
  const middle = CELL_WIDTH / 2
  const half = CELL_HEIGHT / 2
  for (const arm of arms) {
    if (arm === 'l') context.fillRect(0, half - 1, middle + 1, 2)
    if (arm === 'r') context.fillRect(middle - 1, half - 1, middle + 1, 2)
    if (arm === 'u') context.fillRect(middle - 1, 0, 2, half + 1)
    if (arm === 'd') context.fillRect(middle - 1, half - 1, 2, half + 1)
    if (arm === 'L') [half - 4, half + 2].forEach((y) => context.fillRect(0, y, middle, 2))
    if (arm === 'R') [half - 4, half + 2].forEach((y) => context.fillRect(middle, y, middle, 2))
    if (arm === 'U') [middle - 4, middle + 2].forEach((x) => context.fillRect(x, 0, 2, half))
    if (arm === 'D') [middle - 4, middle + 2].forEach((x) => context.fillRect(x, half, 2, half))
  }
}
