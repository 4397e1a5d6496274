import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv, withoutApostrophe, writeCsv } from './csv.ts'

function cells(text: string): readonly (readonly string[])[] {
  const read = parseCsv(text)
  if (!read.ok) throw new Error(`assertion failed: open quote in line ${read.openQuoteLine}`)
  return read.rows.map((row) => row.cells)
}

describe('reading a table', () => {
  test.each([
    ['commas', 'name,price\nTea,2.50'],
    ['semicolons', 'name;price\r\nTea;2.50'],
    ['tabs', 'name\tprice\rTea\t2.50'],
    ['a byte order mark', '\uFEFFname,price\nTea,2.50\n'],
    ['empty lines', '\n\nname,price\n,\n\nTea , 2.50\n\n'],
    ['quotes', '"name","price"\n"Tea","2.50"'],
  ])('with %s', (_what, text) => {
    expect(cells(text)).toEqual([
      ['name', 'price'],
      ['Tea', '2.50'],
    ])
  })

  test('keeps separators, quotes and line ends that stand in quotes', () => {
    expect(cells('name;price\n"Tea; ""green""\nlarge";2,50')).toEqual([
      ['name', 'price'],
      ['Tea; "green"\nlarge', '2,50'],
    ])
  })

  test('names lines as an editor does', () => {
    const read = parseCsv('name\n"a\nb"\n\nc')
    expect(read.ok && read.rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('says where a quote was never closed', () => {
    expect(parseCsv('name,price\nTea,1\n"Coffee,2\nMilk,3\n')).toEqual({ ok: false, openQuoteLine: 3 })
  })
})

test('what is written is read again, whatever it holds', () => {
  const field = fc.string().map((text) => text.trim())
  const row = fc.array(field, { minLength: 2, maxLength: 5 }).filter((all) => all.some((one) => one !== ''))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      // The first line decides what separates: a header, as every table has one.
      const table = [['name', 'price', 'code', 'tax', 'station'], ...rows]
      const read = cells(writeCsv(table)).map((one) => one.map(withoutApostrophe))
      const plain = table.map((one) => one.map((text) => withoutApostrophe(text)))
      expect(read).toEqual(plain)
    }),
  )
})

test('a spreadsheet does not run what stands in it', () => {
  expect(writeCsv([['=1+1', '-5', 'a']])).toBe("\uFEFF'=1+1,'-5,a\r\n")
})
