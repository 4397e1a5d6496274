import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { Server } from 'socket.io'

/** The least that carries a word from one Chromium to another: Socket.IO and nothing else. */
export interface Echo {
  /** Milliseconds from `emit` in one page to the handler in the other. */
  once(): Promise<number>
  close(): Promise<void>
}

declare global {
  /** Of the bare page below. */
  var echo: { emit(): number; expect(): void; heard(): Promise<number> }
}

const PAGE = `<!doctype html><script src="/socket.io/socket.io.min.js"></script><script>
  const socket = io({ transports: ['websocket'] })
  const clock = () => performance.timeOrigin + performance.now()
  let tell = () => {}
  let heard = null
  socket.on('said', () => tell(clock()))
  globalThis.echo = {
    emit: () => { const at = clock(); socket.emit('say', { at }); return at },
    expect: () => { heard = new Promise((resolve) => (tell = resolve)) },
    heard: () => heard,
    ready: new Promise((resolve) => socket.on('connect', resolve)),
  }
</script>`

export async function openEcho(from: BrowserContext, to: BrowserContext): Promise<Echo> {
  const http = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE))
  const io = new Server(http, { transports: ['websocket'] })
  io.on('connection', (socket) => socket.on('say', (word: unknown) => socket.broadcast.emit('said', word)))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const open = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`http://localhost:${port}`)
    await page.evaluate('echo.ready')
    return page
  }
  const speaker = await open(from)
  const listener = await open(to)
  return {
    async once() {
      await listener.evaluate(() => echo.expect())
      const sentAt = await speaker.evaluate(() => echo.emit())
      return (await listener.evaluate(() => echo.heard())) - sentAt
    },
    close: async () => {
      await speaker.close()
      await listener.close()
      // Chromium keeps idle connections open for minutes; closing would wait for them.
      http.closeAllConnections()
      await io.close()
    },
  }
}
