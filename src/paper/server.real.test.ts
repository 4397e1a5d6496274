import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter, type VirtualPrinterOptions } from './server.ts'

const AT = Date.UTC(2026, 10, 22, 12, 0)
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(options: Partial<VirtualPrinterOptions> = {}): Promise<VirtualPrinter> {
  const printer = await startVirtualPrinter({
    port: 0,
    httpPort: 0,
    scale: 1,
    outDir: null,
    now: () => AT,
    ...options,
  })
  closing.push(() => printer.close())
  return printer
}

/** Sends bytes, says no more, and returns all that came back until the printer hung up. */
async function talk(port: number, ...parts: readonly string[]): Promise<string> {
  const socket: Socket = connect({ port, host: '127.0.0.1' })
  const answers: Buffer[] = []
  socket.on('data', (chunk) => answers.push(chunk))
  for (const part of parts) socket.write(Buffer.from(part, 'latin1'))
  socket.end()
  await once(socket, 'close')
  return Buffer.concat(answers).toString('latin1')
}

describe('the virtual printer', () => {
  it('[PRINT12] makes a ticket of each cut', async () => {
    const printer = await start()
    await talk(printer.port, 'one\n\n\n\n\n\x1dV\x01two', '\n\n\n\n\n\x1dV\0')
    expect(printer.tickets().map(({ n, at, text }) => ({ n, at, text }))).toEqual([
      { n: 1, at: AT, text: 'one\n' },
      { n: 2, at: AT, text: 'two\n' },
    ])
    expect(printer.tickets()[1]?.events).toEqual([{ type: 'cut', partial: false }])
  })

  it('[PRINT14] answers DLE EOT at once, and GS r and GS ( H after what came before them', async () => {
    const printer = await start()
    expect(await talk(printer.port, '\x10\x04\x01', '\x10\x04', '\x02\x10\x04\x04')).toBe('\x12\x12\x12')
    const answers = await talk(printer.port, 'x\n\x1d(H\x06\x0000abcd', '\x1dr\x01', '\x10\x04\x01')
    expect([...answers].sort()).toEqual([...'\x12\x37\x22abcd\x00\x00'].sort())
    expect(answers).toContain('\x37\x22abcd\x00\x00')
  })

  it('[PRINT14] answers DLE EOT while the head stands still, and GS r only when it moves again', async () => {
    const printer = await start({ faults: { paperOut: true } })
    const socket = connect({ port: printer.port, host: '127.0.0.1' })
    closing.push(async () => void socket.destroy())
    socket.write(
      Buffer.from('late\n\n\n\n\n\x1dV\x01\x1dr\x01\x10\x04\x01\x10\x04\x02\x10\x04\x04', 'latin1'),
    )
    const answers: number[] = []
    while (answers.length < 3) answers.push(...((await once(socket, 'data')) as [Buffer])[0])
    expect(answers).toEqual([0x1a, 0x32, 0x72])
    expect(printer.tickets()).toEqual([])
    const fence = once(socket, 'data')
    await printer.setFaults({ paperOut: false })
    expect([...((await fence) as [Buffer])[0]]).toEqual([0])
    expect(printer.tickets()).toHaveLength(1)
  })

  it('[PRINT16] refuses connections and takes them again', async () => {
    const printer = await start({ faults: { refuse: true } })
    await expect(talk(printer.port, 'x')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await printer.setFaults({ refuse: false })
    await talk(printer.port, 'x\n\x1dVB\0')
    expect(printer.tickets()).toHaveLength(1)
  })

  it('[PRINT16] runs out of paper in the middle of a job, and goes on when there is more', async () => {
    const printer = await start({ faults: { paperEndsAfterBytes: 3 } })
    const socket = connect(printer.port, '127.0.0.1')
    const ask = async (bytes: string): Promise<readonly number[]> => {
      socket.write(bytes)
      return [...((await once(socket, 'data')) as [Buffer])[0]]
    }
    expect(await ask('ab\ncd\n\x1dVB\0\x10\x04\x01')).toEqual([0x12])
    expect(await ask('\x10\x04\x04')).toEqual([0x72])
    expect(printer.tickets()).toHaveLength(0)
    const closed = once(socket, 'close')
    socket.end()
    await printer.setFaults({ paperOut: false })
    await closed
    expect(printer.tickets()[0]?.text).toBe('ab\ncd\n')
  })

  it('shows its paper on a page, as JSON, text and pictures', async () => {
    const printer = await start()
    await talk(printer.port, 'caf\x82 <b>\n\x1dVB\0')
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${printer.httpPort}${path}`)
    const page = await get('/')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).not.toMatch(/(src|href)="https?:/)
    expect(await (await get('/tickets.json')).json()).toMatchObject([{ n: 1, at: AT, text: 'café <b>\n' }])
    expect(await (await get('/tickets/1.txt')).text()).toBe('café <b>\n')
    const png = await get('/tickets/1.png')
    expect(png.headers.get('content-type')).toBe('image/png')
    expect((await png.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    expect((await get('/tickets/2.png')).status).toBe(404)
  })

  it('[PRINT16] is switched on its page, and takes no other word than JSON of a fault there is', async () => {
    const printer = await start()
    const url = `http://127.0.0.1:${printer.httpPort}/faults.json`
    const post = async (body: string, type = 'application/json') =>
      (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })).status
    expect(await post('{"refuse":true}')).toBe(200)
    await expect(talk(printer.port, 'x')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await (await fetch(url)).json()).toMatchObject({ refuse: true, paperOut: false })
    expect([
      await post('{"refuse":false}', 'text/plain'),
      await post('{"fire":true}'),
      await post('{'),
    ]).toEqual([415, 400, 400])
    expect(await (await fetch(url)).json()).toMatchObject({ refuse: true })
  })

  it('keeps pictures in a folder and never writes over those of an earlier run', async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'paper-'))
    closing.push(() => rm(outDir, { recursive: true }))
    for (const text of ['one', 'two']) {
      const printer = await startVirtualPrinter({ port: 0, httpPort: 0, scale: 1, outDir, now: () => AT })
      await talk(printer.port, `${text}\n\x1dVB\0`)
      await printer.close()
    }
    expect(await readdir(outDir)).toEqual(['0001.png', '0002.png'])
  })

  it('says which port is busy and what to do', async () => {
    const { port, httpPort } = await start()
    await expect(start({ port })).rejects.toMatchObject({
      code: 'port_busy',
      port,
      message: expect.stringMatching(/already in use.*PRINTER_PORT=/),
    })
    await expect(start({ httpPort })).rejects.toMatchObject({ port: httpPort, message: /PRINTER_HTTP_PORT=/ })
  })
})
