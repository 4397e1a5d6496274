import { describe, expect, it } from 'vitest'
import { deltaLine, ticketInput } from './kitchen-ticket.fixture.ts'
import { ticketLines, type TicketHead } from './kitchen-lines.ts'
import { ticketDocument, type TicketInput } from './kitchen-ticket.ts'
import type { PaperLine } from './lines.ts'

const FIRST: TicketHead = { mark: '', copy: 0, otherPrinter: '' }

function paper(
  changes: Partial<TicketInput> = {},
  head: Partial<TicketHead> = {},
  columns = 48,
): readonly PaperLine[] {
  return ticketLines(ticketDocument(ticketInput(changes)), { ...FIRST, ...head }, columns, {
    pages: ['cp858', 'cp437'],
  })
}

const texts = (lines: readonly PaperLine[]) => lines.map(({ text, indent = 0 }) => ' '.repeat(indent) + text)
const bars = (lines: readonly PaperLine[]) =>
  lines.filter(({ invert, width }) => invert === true && width === 2).map(({ text }) => text.trim())

describe('a kitchen ticket', () => {
  it('[PRINT18] [TICKET2] has every line in full, by course', () => {
    expect(texts(paper())).toEqual([
      'TABLE 12           A-042',
      'Grill                           Inês Peña  19:05',
      '─'.repeat(48),
      '12 x Pão com chouriço e queijo da serra',
      '     amanteigado (Menu do dia)',
      '                    COURSE 1',
      ' 1 x Caldo verde',
      '                    COURSE 2',
      ' 2 x Bife à casa Large (Seat 3)',
      '     NO Onion',
      '     EXTRA Cheese x2',
      '       Smoked',
      '     ALLERGY: nuts',
      '─'.repeat(48),
    ])
  })

  it.each([32, 42, 48])('[PRINT7] [PRINT18] fits %i columns, its dishes at twice the height', (columns) => {
    const lines = paper({ table: 'Esplanada grande 14', guest: 'Ana', dueAt: 0 }, { copy: 3 }, columns)
    const widths = lines.map(({ text, indent = 0, width = 1 }) => indent + text.length * width)
    expect(Math.max(...widths)).toBe(columns)
    expect(lines.filter(({ text }) => / x |Onion/.test(text)).map(({ height }) => height)).toEqual([
      2, 2, 2, 2,
    ])
  })

  it('[PRINT18] says what it tells of, and nothing above what is simply new', () => {
    const gone = deltaLine('Soup', { qty: 2 }, { kind: 'cancelled', qtyBefore: 2 })
    const fewer = deltaLine('Tea', { qty: 1 }, { kind: 'changed', qtyBefore: 3 })
    const moved = deltaLine('Tea', {}, { kind: 'changed', qtyBefore: 1, moved: true })
    expect(bars(paper())).toEqual([])
    expect(bars(paper({ lines: [gone] }))).toEqual(['CANCELLED'])
    expect(texts(paper({ lines: [fewer] }))).toContain('CHANGED, was 3')
    expect(texts(paper({ lines: [moved] }))).toContain('CHANGED, MOVED HERE')
    const all = paper({ lines: [deltaLine('Ale'), fewer, gone] })
    expect(bars(all)).toEqual(['CHANGED'])
    const names = texts(all).map((text) => text.trim())
    expect(names.slice(names.indexOf('CANCELLED'), -1)).toEqual([
      'CANCELLED',
      '2 x Soup',
      'NEW',
      '1 x Ale',
      'CHANGED, was 3',
      '1 x Tea',
    ])
    expect(all.find(({ text }) => text.startsWith('2 x Soup'))).toMatchObject({ invert: true })
  })

  it('[PRINT18] counts what a combo was before in pieces, as the cook does', () => {
    const told = { itemId: 'i', revision: 'r', place: 'p', qty: 1, times: 2 }
    const tacos = deltaLine('Taco', { qty: 3 }, { kind: 'changed', qtyBefore: 2, told })
    expect(texts(paper({ lines: [tacos] }))).toContain('CHANGED, was 6')
  })

  it('[PRINTJOB4] [PRINTJOB5] [PRINTJOB6] says of a repeat, of a backup and of a late one what it is', () => {
    expect(bars(paper({}, { copy: 1, mark: 'again' }))).toEqual(['COPY 1', 'CHECK BEFORE COOKING'])
    expect(bars(paper({}, { mark: 'backup', otherPrinter: 'Bar' }))).toEqual(['BACKUP FROM Bar'])
    const maybe = paper({}, { copy: 1, mark: 'maybe', otherPrinter: 'Bar' })
    expect(bars(maybe)).toEqual(['COPY 1', 'MAY ALSO PRINT AT Bar'])
    expect(bars(paper({ isLate: true }))).toEqual(['LATE: SENT 19:05'])
  })

  it('[PRINT18] names the service and the guest where nobody sits, and when it is for', () => {
    const lines = texts(
      paper({ table: null, service: 'takeaway', guest: 'Ana Lima', dueAt: Date.UTC(2026, 10, 20, 20) }),
    )
    expect(lines.slice(0, 3)).toEqual(['TAKEAWAY           A-042', 'Ana Lima', 'For 20:00'])
  })

  it.each([32, 48])(
    '[ALLERGY3] has what a guest must not eat below its dish, white on black over all %i columns',
    (columns) => {
      const lines = paper(
        { lines: [deltaLine('Bife', { allergies: ['milk', 'nuts'], note: 'hot' })] },
        {},
        columns,
      )
      const at = lines.findIndex(({ text }) => text.includes('ALLERGY'))
      expect(lines[at]).toEqual({
        text: ' ALLERGY: MILK, NUTS'.padEnd(columns),
        bold: true,
        height: 2,
        invert: true,
      })
      expect(lines[at - 1]?.text).toContain('Bife')
      expect(lines[at + 1]?.text).toBe('hot')
    },
  )
})
