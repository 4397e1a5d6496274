import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { PRINTER_MODELS } from './models.ts'
import { pageOf, REPERTOIRE, type PageName } from './pages.ts'
import { printable } from './printable.ts'

const PAGES: readonly PageName[] = ['windows1252', 'cp858', 'cp852', 'cp866', 'cp437']

describe('printable', () => {
  it('[PRINT4] keeps what a page holds: € £ é ñ Ł Я', () => {
    expect(printable('€ £ é ñ Ł Я', { pages: PAGES })).toBe('€ £ é ñ Ł Я')
  })

  it('[PRINT5] writes ASCII for what no page of the printer holds', () => {
    expect(printable('₹120 ✓ ﬁlet №5 “Łódź” ٣', { pages: ['cp437'] })).toBe('Rs120 v filet No5 "Lódz" 3')
    expect(printable('Phở gà', { pages: ['cp437'] })).toBe('Pho gà')
  })

  it('[PRINT5] writes a blank mark, and not a question mark, for what has no ASCII either', () => {
    expect(printable('咖啡?', { pages: PAGES })).toBe('__?')
  })

  it('[PRINT6] takes out everything a printer could obey', () => {
    expect(printable('Soup\u001bp\u0000\u0019\u00fa\u001d', { pages: ['windows1252'] })).toBe('Soupp\u00fa')
    expect(printable('a\r\nb\tc\u007f\u0090d\u202ee', { pages: PAGES })).toBe('a b cde')
  })

  it('[PRINT5] [PRINT6] only gives characters that a page holds, and no question mark of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.subarray([...PAGES], { minLength: 1 }),
        (text, pages) => {
          const shown = printable(text, { pages })
          expect([...shown].every((character) => pageOf(character, pages) !== undefined)).toBe(true)
          const questions = (value: string): number => value.split('?').length
          expect(questions(shown)).toBeLessThanOrEqual(questions(text.normalize('NFKD')))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives the same text when it is given its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = printable(text, { pages: PAGES })
        expect(printable(once, { pages: PAGES })).toBe(once)
      }),
    )
  })
})

describe('code pages', () => {
  it.each(PAGES)('[PRINT4] lists for %s exactly what iconv-lite has', (page) => {
    const bytes = Buffer.from(Array.from({ length: 128 }, (_, at) => 128 + at))
    const theirs = [...iconv.decode(bytes, page)].filter((character) =>
      /[^\u0080-\u00a0\u00ad\ufffd]/u.test(character),
    )
    expect([...REPERTOIRE[page]].sort()).toEqual(theirs.sort())
  })

  it('[PRINT4] gives every model page 0 as its last resort', () => {
    for (const model of PRINTER_MODELS) expect([...model.pages].at(-1)).toEqual(['cp437', 0])
  })
})
