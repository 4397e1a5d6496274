/** The least that passes events on and keeps them: Socket.IO, a file, a flush. A process of its own, as a hub is. */
import { mkdtempSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'socket.io'

const file = await open(join(mkdtempSync(join(tmpdir(), 'comanda-relay-')), 'events'), 'a')
const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) =>
  socket.on('exchange', (frame: { readonly events: unknown }, answer: (body: unknown) => void) => {
    socket.broadcast.emit('events', { events: frame.events })
    void file
      .appendFile(`${JSON.stringify(frame.events)}\n`)
      .then(() => file.datasync())
      .then(() => answer({ ok: true }))
  }),
)
http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port))
