import { execFileSync } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Decoder } from '#paper/decoder.ts'
import { toText } from '#paper/text.ts'
import { PrinterLink } from '#spool/printer-link.ts'
import { lineOf } from './open-line.ts'
import { UsbFile } from './usb-file.ts'

// Two pipes stand for the two directions of a USB printer's one file: a pipe would read back what was written to it.
let folder: string
let out: string
let back: string
let printer: { readonly hears: FileHandle; readonly says: FileHandle }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comanda-usb-'))
  out = join(folder, 'out')
  back = join(folder, 'back')
  execFileSync('mkfifo', [out, back])
  const way = constants.O_RDWR | constants.O_NONBLOCK
  printer = { hears: await open(out, way), says: await open(back, way) }
})

afterEach(async () => {
  await printer.hears.close()
  await printer.says.close()
  await rm(folder, { recursive: true })
})

/** What the printer has got so far. */
async function heard(): Promise<Buffer> {
  const chunks: Buffer[] = []
  const chunk = Buffer.alloc(65_536)
  for (;;) {
    const read = await printer.hears.read(chunk, 0, chunk.length).catch(() => null)
    if (read === null || read.bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(Buffer.from(chunk.subarray(0, read.bytesRead)))
  }
}

describe('a printer on USB', () => {
  it('[PRINT22] gets every byte, and is heard', async () => {
    const link = new PrinterLink(lineOf(new UsbFile(out, back)))
    expect(await link.connected(1000)).toBe('done')
    expect(await link.write(Buffer.from('Soup\n\x1dV\x01', 'latin1'), 1000)).toBe('done')
    const decoder = new Decoder(48)
    await expect.poll(async () => toText(decoder.push(await heard()), 48)).toBe('Soup\n')
    await printer.says.write(Uint8Array.of(0x12))
    expect(await link.until(() => link.inbox.length > 0, 1000)).toBe('done')
    expect(link.inbox).toEqual([0x12])
    await link.finish(1000)
  })

  it('[PRINT22] that takes nothing any more holds nobody up, and goes on where it stopped', async () => {
    const file = new UsbFile(out, back)
    const link = new PrinterLink(lineOf(file))
    await link.connected(1000)
    const job = Buffer.alloc(400_000, 'a line of a long job\n')
    expect(await link.write(job, 100)).toBe('timeout')
    expect(file.writableLength).toBeGreaterThan(0)
    const got: Buffer[] = []
    await expect
      .poll(async () => {
        got.push(await heard())
        return file.writableLength
      })
      .toBe(0)
    const all = Buffer.concat([...got, await heard()])
    expect(all.length).toBeGreaterThan(0)
    expect(all.equals(job.subarray(0, all.length))).toBe(true)
    link.abandon()
  })

  it('[PRINT22] whose file cannot be read is one that says nothing', async () => {
    const link = new PrinterLink(lineOf(new UsbFile(out, folder)))
    expect(await link.connected(1000)).toBe('done')
    expect(await link.until(() => link.inbox.length > 0, 100)).toBe('timeout')
    expect(await link.write(Buffer.from('Soup\n'), 1000)).toBe('done')
    await expect.poll(async () => String(await heard())).toBe('Soup\n')
    await link.finish(1000)
  })

  it('[PRINT22] that is not plugged in says so', async () => {
    const link = new PrinterLink(lineOf(new UsbFile(join(folder, 'none'))))
    expect(await link.connected(1000)).toBe('lost')
    expect(link.lost).toContain('ENOENT')
  })

  it('[PRINT22] leaves its file when the job is done', async () => {
    const file = new UsbFile(out, back)
    const link = new PrinterLink(lineOf(file))
    await link.connected(1000)
    const closed = once(file, 'close')
    await link.finish(1000)
    await closed
    expect(file.destroyed).toBe(true)
  })
})
