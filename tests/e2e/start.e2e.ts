import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { people } from '#demo/people.ts'
import { readTerminalQr } from './screens/terminal-qr.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WITHIN_A_MINUTE = { timeout: 60_000, interval: 200 }

let running: ChildProcess | null = null
let ended: Promise<unknown> = Promise.resolve()
let port = 0

afterAll(() => {
  if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return
  process.kill(-running.pid, 'SIGKILL')
})

describe('npm start', () => {
  it('shows within a minute the addresses, the people with their PINs and a QR code of the till', async () => {
    const [printerPort, pagePort] = await Promise.all([freePort(), freePort()])
    port = await freePort()
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
    ended = new Promise((resolve) => running?.once('close', resolve))
    running.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    running.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))

    await expect.poll(() => output, WITHIN_A_MINUTE).toContain('Stop with Ctrl+C')

    const origin = `http://localhost:${port}`
    expect(output).toMatch(new RegExp(`Till +${origin}/\\n`))
    expect(output).toMatch(new RegExp(`Kitchen +${origin}/kitchen\\n`))
    expect(output).toMatch(new RegExp(`Reports +${origin}/reports\\n`))
    expect(output).toMatch(new RegExp(`Receipts +http://localhost:${pagePort}/\\n`))
    for (const { user, pin } of people)
      expect(output).toMatch(new RegExp(`${user.name} +${user.role} +${pin}\\n`))
    expect(readTerminalQr(output)).toBe(`${origin}/`)
    for (const address of [
      `${origin}/`,
      `${origin}/kitchen`,
      `${origin}/reports`,
      `http://localhost:${pagePort}/`,
    ]) {
      const answer = await fetch(address)
      expect(answer.status, address).toBe(200)
      expect(await answer.text(), address).toContain('<title>Comanda')
    }
  })

  it('ends with Ctrl+C, though a browser holds a connection that it has not used yet', async () => {
    const pid = running?.pid ?? expect.unreachable('npm start did not run')
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    // The terminal sends Ctrl+C to everything it runs.
    process.kill(-pid, 'SIGINT')
    await ended
    silent.destroy()
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
