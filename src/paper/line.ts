import type { Align, PrintedLine, Run, Style } from './printed.ts'

/** Font A: 12 × 24 dots a character. */
export const CELL_WIDTH = 12
export const CELL_HEIGHT = 24

/** Font B is narrower. */
const SMALL_WIDTH = 9

/** Dots from one character to the next. */
export function pitch(style: Style): number {
  return (style.small ? SMALL_WIDTH : CELL_WIDTH) * style.width
}

/** The line under the head: characters wait here until something prints it. */
export class LineBuffer {
  #runs: { text: string; style: Style }[] = []
  #used = 0

  /** Dots taken so far. */
  get used(): number {
    return this.#used
  }

  add(character: string, style: Style): void {
    const last = this.#runs.at(-1)
    if (last !== undefined && sameStyle(last.style, style)) last.text += character
    else this.#runs.push({ text: character, style })
    this.#used += pitch(style)
  }

  /** Takes the line out; `spacing` is the least the paper moves. */
  take(align: Align, spacing: number): PrintedLine {
    const runs: readonly Run[] = this.#runs
    this.clear()
    const tallest = Math.max(0, ...runs.map((run) => run.style.height))
    return { type: 'line', runs, align, advance: Math.max(spacing, tallest * CELL_HEIGHT) }
  }

  clear(): void {
    this.#runs = []
    this.#used = 0
  }
}

function sameStyle(a: Style, b: Style): boolean {
  return (
    a.bold === b.bold &&
    a.underline === b.underline &&
    a.invert === b.invert &&
    a.small === b.small &&
    a.width === b.width &&
    a.height === b.height
  )
}
