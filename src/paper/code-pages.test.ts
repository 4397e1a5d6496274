import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { characterOf, CODE_PAGES } from './code-pages.ts'

const NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'cp437'],
  [2, 'cp850'],
  [3, 'cp860'],
  [4, 'cp863'],
  [5, 'cp865'],
  [16, 'cp1252'],
  [17, 'cp866'],
  [18, 'cp852'],
  [19, 'cp858'],
])

describe('code pages', () => {
  it('[PRINT17] has a name for every page', () => {
    expect([...NAMES.keys()]).toEqual([...CODE_PAGES.keys()])
  })

  it.each([...NAMES])('[PRINT17] page %i agrees with iconv-lite’s %s on every byte', (page, name) => {
    for (let byte = 0x20; byte < 0x100; byte++) {
      const theirs = iconv.decode(Buffer.of(byte), name)
      // iconv-lite passes bytes that windows-1252 leaves undefined through as control characters.
      const expected = byte >= 0x80 && theirs < '\u00a0' ? '\ufffd' : theirs
      expect(characterOf(byte, page), `byte ${byte.toString(16)}`).toBe(expected)
    }
  })
})
