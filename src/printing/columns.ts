/** Characters that stand in two columns: of China, Japan and Korea, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** How many columns of paper a text takes. A mark stands on its letter, and takes none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += widthOf(character)
  return columns
}

function widthOf(character: string): 0 | 1 | 2 {
  if (character <= '~') return 1
  if (/\p{M}/u.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** As much of a text as these columns hold, and the rest. No letter loses its mark; at least one is taken. */
export function cutAt(text: string, columns: number): readonly [string, string] {
  let taken = ''
  let used = 0
  for (const character of text) {
    const width = widthOf(character)
    if (taken !== '' && used + width > columns) break
    taken += character
    used += width
  }
  return [taken, text.slice(taken.length)]
}

/** Filled up with spaces behind it. */
export function atLeft(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}

/** Filled up with spaces before it. */
export function atRight(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text
}
