import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter } from '#paper/server.ts'
import type { Ticket } from '#paper/tickets.ts'
import { columnsOf } from '#paper/text.ts'
import { encodeReceipt } from '#printing/encode.ts'
import type { Columns } from '#domain/kitchen/station.ts'
import { receiptInput, sale, soldLine } from '#printing/receipt.fixture.ts'
import { receiptOf, type ReceiptInput } from '#printing/receipt.ts'
import { openLine } from './open-line.ts'
import { sendToPrinter } from '#spool/send.ts'

let printer: VirtualPrinter

async function start(columns: Columns): Promise<void> {
  printer = await startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, columns, outDir: null, now: () => 0 })
}

beforeEach(() => start(48))
afterEach(() => printer.close())

/** The paper that comes out for a receipt, over a real connection. */
async function paperOf(input: ReceiptInput, columns: Columns): Promise<Ticket> {
  if (columns !== 48) {
    await printer.close()
    await start(columns)
  }
  const bytes = encodeReceipt(receiptOf(input), { columns })
  expect(await sendToPrinter({ open: () => openLine('127.0.0.1', printer.port), bytes })).toEqual({
    state: 'confirmed',
  })
  const [ticket] = printer.tickets()
  if (ticket === undefined) throw new Error('no paper')
  return ticket
}

describe('a receipt on paper', () => {
  it.each([32, 42, 48] as const)('[PRINT7] [PRINT8] reads as it should at %i columns', async (columns) => {
    const ticket = await paperOf(receiptInput(), columns)
    await expect(ticket.text).toMatchFileSnapshot(`./__paper__/receipt-${columns}.txt`)
    expect(ticket.events).toEqual([{ type: 'cut', partial: true }])
  })

  it.each([32, 42, 48] as const)('[PRINT7] has no line wider than %i columns', async (columns) => {
    const lines = [
      soldLine('€ £ é ñ '.repeat(20), 3, 99_999_999),
      soldLine('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 120, 1250),
    ]
    const ticket = await paperOf(
      receiptInput({ sale: sale({ lines }), table: 'x'.repeat(70), copy: 12 }),
      columns,
    )
    const widths = ticket.printed.flatMap((item) => (item.type === 'line' ? [columnsOf(item)] : []))
    expect(Math.max(...widths)).toBe(columns)
    expect(ticket.events).toEqual([{ type: 'cut', partial: true }])
    expect(ticket.text).toContain('2,999,999.97\n')
  })

  it('[PRINT3] [PRINT5] shows € £ é ñ, and never a question mark for what it cannot show', async () => {
    const lines = [soldLine('€ £ é ñ Łódź Жук 咖啡', 1, 100)]
    const { text } = await paperOf(receiptInput({ sale: sale({ lines }) }), 48)
    expect(text).toContain('1 x € £ é ñ Łódź Жук __                     1.00\n')
    expect(text).not.toContain('?')
  })

  it('[PRINT6] opens no drawer and cuts no paper because of a name', async () => {
    const evil = '\x1bp\x00\x19\xfa\x1dV\x00\x1b@\x10\x14\x01\x00\x05'
    const input = receiptInput({
      sale: sale({ lines: [soldLine(`Soup${evil}`, 1, 100)] }),
      table: evil,
      waiter: `Ana${evil}`,
      settings: { ...receiptInput().settings, name: `Bar${evil}`, address: evil, receiptFooter: evil },
    })
    const ticket = await paperOf(input, 48)
    expect(ticket.events).toEqual([{ type: 'cut', partial: true }])
    expect(ticket.text).toContain('1 x Souppú')
  })

  it('[PRINT8] marks a copy in white on black across the paper', async () => {
    const ticket = await paperOf(receiptInput({ copy: 2 }), 42)
    const mark = ticket.printed.find((item) => item.type === 'line')
    expect(mark).toMatchObject({ runs: [{ style: { invert: true, width: 2, height: 2 } }] })
    expect(ticket.text.split('\n')[0]?.trim()).toBe('COPY 2')
  })
})
