import { CELL_HEIGHT, CELL_WIDTH, LineBuffer, pitch } from './line.ts'
import type { Align, Mark, Printed, Problem, Style } from './printed.ts'

const PLAIN: Style = { bold: false, underline: false, invert: false, small: false, width: 1, height: 1 }

/** One sixth of an inch on a 203 dpi head. */
const LINE_SPACING_DOTS = 34

/** From the head to the cutter: about 10 mm. Text closer to a cut than this is cut through. */
const CUTTER_DOTS = 80

const TAB_DOTS = 8 * CELL_WIDTH

/** The moving part: what the next character will look like, the line it goes on, and what came out so far. */
export class Carriage {
  readonly columns: number
  style = PLAIN
  align: Align = 'left'
  page = 0
  spacing = LINE_SPACING_DOTS
  barcodeHeight = 162
  qr = { data: '', module: 3 }
  readonly #line = new LineBuffer()
  #out: Printed[] = []
  /** Paper moved since the last ink. */
  #clear = CUTTER_DOTS

  constructor(columns: number) {
    this.columns = columns
  }

  /** `ESC @`: settings go back to what they were at power-on, and an unprinted line is lost. */
  reset(): void {
    this.#line.clear()
    this.style = PLAIN
    this.align = 'left'
    this.page = 0
    this.defaultSpacing()
  }

  defaultSpacing(): void {
    this.spacing = LINE_SPACING_DOTS
  }

  set(style: Partial<Style>): void {
    this.style = { ...this.style, ...style }
  }

  type(character: string): void {
    if (this.#line.used + pitch(this.style) > this.columns * CELL_WIDTH) {
      this.problem('line_too_wide', `more than ${this.columns} columns`)
      this.feedLine()
    }
    this.#line.add(character, this.style)
  }

  tab(): void {
    do this.type(' ')
    while (this.#line.used % TAB_DOTS !== 0 && this.#line.used < this.columns * CELL_WIDTH)
  }

  cancelLine(): void {
    this.#line.clear()
  }

  feedLine(): void {
    const line = this.#line.take(this.align, this.spacing)
    if (line.runs.length === 0) this.#clear += line.advance
    else this.#clear = line.advance - CELL_HEIGHT
    this.note(line)
  }

  /** `ESC J`: prints what waits and moves on by dots. */
  feedDots(dots: number): void {
    if (this.#line.used > 0) this.feedLine()
    this.note({ type: 'feed', dots })
    this.#clear += dots
  }

  /** A picture or code: on lines of its own. */
  print(mark: Exclude<Mark, { type: 'line' | 'feed' }>): void {
    if (this.#line.used > 0) this.feedLine()
    this.note(mark)
    this.#clear = 0
  }

  cut(partial: boolean, feedsItself: boolean): void {
    if (this.#line.used > 0) {
      this.problem('text_without_line_feed', 'text still in the buffer at a cut')
      this.feedLine()
    }
    if (!feedsItself && this.#clear < CUTTER_DOTS) {
      this.problem('cut_too_early', `${this.#clear} dots after the last ink`)
    }
    this.note({ type: 'cut', partial })
    this.#clear = CUTTER_DOTS
  }

  problem(what: Problem, detail: string): void {
    this.note({ type: 'problem', what, detail })
  }

  note(printed: Printed): void {
    this.#out.push(printed)
  }

  /** What came out since last asked. */
  drain(): readonly Printed[] {
    const out = this.#out
    this.#out = []
    return out
  }
}
