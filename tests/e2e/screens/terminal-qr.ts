import jsQR from 'jsqr'

const DARK = 0
const LIGHT = 255
/** Pixels a module: a camera sees more than one, too. */
const SCALE = 4
/** Light modules all around, without which nothing reads a QR code. */
const QUIET = 4

/** What a phone's camera reads from a terminal: the text of the QR code drawn with half blocks, or null. */
export function readTerminalQr(output: string): string | null {
  const rows = output.split('\n').flatMap(modulesOf)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = width + 2 * QUIET
  const height = rows.length + 2 * QUIET
  const pixels = new Uint8ClampedArray(columns * SCALE * height * SCALE * 4).fill(LIGHT)
  rows.forEach((row, y) =>
    row.forEach((shade, x) => {
      if (shade === DARK) paint(pixels, columns * SCALE, (x + QUIET) * SCALE, (y + QUIET) * SCALE)
    }),
  )
  return jsQR(pixels, columns * SCALE, height * SCALE)?.data ?? null
}

function paint(pixels: Uint8ClampedArray, width: number, left: number, top: number): void {
  for (let y = top; y < top + SCALE; y += 1) {
    for (let x = left; x < left + SCALE; x += 1)
      pixels.fill(DARK, (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
}

/** A line of terminal output as two rows of modules; none for a line that draws nothing. */
function modulesOf(line: string): readonly number[][] {
  if (!/[▀▄█]/.test(line)) return []
  const upper: number[] = []
  const lower: number[] = []
  let ink = LIGHT
  let paper = LIGHT
  // Colour codes change the pen; every other character is two modules, one above the other.
  for (const [token] of line.matchAll(/\u001B\[\d*m|./gu)) {
    if (token === '\u001B[30m') ink = DARK
    else if (token === '\u001B[37m') ink = LIGHT
    else if (token === '\u001B[40m') paper = DARK
    else if (token === '\u001B[47m' || token === '\u001B[0m') paper = LIGHT
    else {
      upper.push('▀█'.includes(token) ? ink : paper)
      lower.push('▄█'.includes(token) ? ink : paper)
    }
  }
  return [upper, lower]
}
