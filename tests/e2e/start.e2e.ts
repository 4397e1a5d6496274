import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { people } from '#demo/people.ts'
import { readTerminalQr } from './screens/terminal-qr.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WITHIN_A_MINUTE = { timeout: 60_000, interval: 200 }

let running: ChildProcess | null = null

afterAll(async () => {
  if (running?.pid === undefined || running.exitCode !== null) return
  const ended = new Promise((resolve) => running?.once('close', resolve))
  process.kill(-running.pid, 'SIGTERM')
  await ended
})

describe('npm start', () => {
  it('shows within a minute the addresses, the people with their PINs and a QR code of the till', async () => {
    const [port, printerPort, pagePort] = await Promise.all([freePort(), freePort(), freePort()])
    let output = ''
    running = spawn('npx', ['tsx', 'scripts/start.ts'], {
      cwd: ROOT,
      detached: true,
      env: {
        ...process.env,
        DATA_DIR: mkdtempSync(join(tmpdir(), 'comanda-start-')),
        PORT: String(port),
        PRINTER_PORT: String(printerPort),
        PRINTER_HTTP_PORT: String(pagePort),
      },
    })
    running.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    running.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))

    await expect.poll(() => output, WITHIN_A_MINUTE).toContain('Stop with Ctrl+C')

    const origin = `http://localhost:${port}`
    expect(output).toMatch(new RegExp(`Till +${origin}/\\n`))
    expect(output).toMatch(new RegExp(`Kitchen +${origin}/kitchen\\n`))
    expect(output).toMatch(new RegExp(`Reports +${origin}/reports\\n`))
    expect(output).toMatch(new RegExp(`Receipts +http://localhost:${pagePort}/\\n`))
    for (const { user, pin } of people) expect(output).toMatch(new RegExp(`${user.name} +${user.role} +${pin}\\n`))
    expect(readTerminalQr(output)).toBe(`${origin}/`)
    for (const address of [`${origin}/`, `${origin}/kitchen`, `${origin}/reports`, `http://localhost:${pagePort}/`]) {
      const answer = await fetch(address)
      expect(answer.status, address).toBe(200)
      expect(await answer.text(), address).toContain('<title>Comanda')
    }
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
