import { describe, expect, it } from 'vitest'
import { fenceAnswered, lastStatus, troubleOf } from './status.ts'

describe('answers of a printer', () => {
  it('[PRINT10] finds a status answer by its bits, among blocks and flow control', () => {
    expect(lastStatus([])).toBeNull()
    expect(lastStatus([0x11, 0x13, 0x10, 0x00, 0x00, 0x00])).toBeNull()
    expect(lastStatus([0x10, 0x00, 0x00, 0x00, 0x1a])).toBe(0x1a)
    expect(lastStatus([0x12, 0x1a])).toBe(0x1a)
  })

  it('[PRINT10] names what the printer complains about', () => {
    expect([0x12, 0x1a].map((status) => troubleOf(1, status))).toEqual([null, 'printer_offline'])
    expect([0x12, 0x16, 0x32, 0x52, 0x36].map((status) => troubleOf(2, status))).toEqual([
      null,
      'printer_cover_open',
      'printer_paper_out',
      'printer_offline',
      'printer_cover_open',
    ])
    expect([0x12, 0x1e, 0x72].map((status) => troubleOf(4, status))).toEqual([
      null,
      null,
      'printer_paper_out',
    ])
  })

  it('[PRINT11] takes no late answer, status block or flow control for the fence', () => {
    expect(fenceAnswered([0x12, 0x16, 0x11, 0x13])).toBe(false)
    expect(fenceAnswered([0x10, 0x00, 0x00, 0x00])).toBe(false)
    expect(fenceAnswered([0x10, 0x00])).toBe(false)
    expect(fenceAnswered([0x10, 0x00, 0x00, 0x00, 0x03])).toBe(true)
    expect(fenceAnswered([0x12, 0x00])).toBe(true)
  })
})
