import { FALLBACKS } from './fallbacks.ts'
import { pageOf, type PageName } from './pages.ts'

/** Stands for a character that neither a page nor ASCII can show. Not `?`, which reads as a question. */
const UNPRINTABLE = '_'

/** First code points of digit rows outside ASCII: Arabic, Persian, Devanagari, Bengali, Thai. */
const DIGIT_ROWS: readonly number[] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/**
 * The text as the printer's pages can show it: one column a character, no control characters, nothing that
 * the encoder would turn into `?`. Measure and wrap only what this returned. [PRINT5] [PRINT6]
 */
export function printable(text: string, pages: readonly PageName[]): string {
  let shown = ''
  for (const character of clean(text)) shown += show(character, pages)
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

function show(character: string, pages: readonly PageName[]): string {
  if (pageOf(character, pages) !== undefined) return character
  const known = FALLBACKS.get(character) ?? digit(character)
  if (known !== undefined) return known
  if (/\p{M}/u.test(character)) return ''
  const parts = character.normalize('NFKD')
  if (parts === character) return UNPRINTABLE
  let shown = ''
  for (const part of parts) shown += show(part, pages)
  return shown
}

function digit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = DIGIT_ROWS.find((row) => code >= row && code < row + 10)
  return zero === undefined ? undefined : String(code - zero)
}
