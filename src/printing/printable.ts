import { FALLBACKS } from './fallbacks.ts'
import { pageOf, type PageName } from './pages.ts'

/** What a printer can show: the letters of its pages, and, where somebody draws for it, those that can be drawn. */
export interface Repertoire {
  readonly pages: readonly PageName[]
  /** Whether there is a letter to draw; absent: nothing is drawn. */
  readonly draws?: (character: string) => boolean
}

/** Stands for a character that neither a page nor ASCII can show. Not `?`, which reads as a question. */
const UNPRINTABLE = '_'

/** First code points of digit rows outside ASCII: Arabic, Persian, Devanagari, Bengali, Thai. */
const DIGIT_ROWS: readonly number[] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/**
 * The text as the printer can show it: no control characters, nothing that the encoder would turn into `?`. What it
 * has no letter for, and nobody draws, becomes ASCII. Measure and wrap only what this returned.
 * [PRINT5] [PRINT6] [PRINT21]
 */
export function printable(text: string, repertoire: Repertoire): string {
  let shown = ''
  for (const character of clean(text)) shown += show(character, repertoire)
  return shown
}

/**
 * Without anything a printer might obey and not print: a dish called `ESC p 0` must not open the drawer.
 * Format characters (bidi marks, joiners) go too: they take a column on paper and show nothing. [PRINT6]
 */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
}

function show(character: string, repertoire: Repertoire): string {
  if (pageOf(character, repertoire.pages) !== undefined) return character
  if (isLetter(character) && repertoire.draws?.(character) === true) return character
  const known = FALLBACKS.get(character) ?? digit(character)
  if (known !== undefined) return known
  if (/\p{M}/u.test(character)) return ''
  const parts = character.normalize('NFKD')
  if (parts === character) return UNPRINTABLE
  let shown = ''
  for (const part of parts) shown += show(part, repertoire)
  return shown
}

/** A letter, a mark on one, or a sign of money: another one in its place is another word, or another price. [PRINT21] */
function isLetter(character: string): boolean {
  return /[\p{L}\p{M}\p{Sc}]/u.test(character)
}

function digit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = DIGIT_ROWS.find((row) => code >= row && code < row + 10)
  return zero === undefined ? undefined : String(code - zero)
}
