import { describe, expect, test } from 'vitest'
import { csvOf } from './csv-text.ts'

describe('[REPORT9] a table as CSV', () => {
  test('has CRLF after each row, and quotes only where they are needed', () => {
    expect(csvOf([['Item', 'Sold'], ['Tea', '3'], []])).toBe('Item,Sold\r\nTea,3\r\n\r\n')
    expect(csvOf([['Fish, "fresh"', 'two\nlines', 'Pastéis']])).toBe(
      '"Fish, ""fresh""","two\nlines",Pastéis\r\n',
    )
  })

  test.each([
    ['=1+1', `'=1+1`],
    ['+351 900', `'+351 900`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['  =1+1', `'  =1+1`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['\uFF1D1+1', `'\uFF1D1+1`],
    ['=1,"2"', `"'=1,""2"""`],
  ])('%j runs no formula where it is opened', (text, cell) => {
    expect(csvOf([[text]])).toBe(`${cell}\r\n`)
  })

  test.each(['-12.50', '0.00', '7', '-3', 'a=b', 'Ana - bar'])('%j stays as it is', (text) => {
    expect(csvOf([[text]])).toBe(`${text}\r\n`)
  })
})
