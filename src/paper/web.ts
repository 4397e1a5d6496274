import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFaults, type Faults } from './faults.ts'
import { PAGE } from './page.ts'
import type { Tickets } from './tickets.ts'

/** The page needs nothing but itself and its pictures, so nothing else may load, even should a ticket try. */
const POLICY =
  "default-src 'none'; img-src 'self' data:; connect-src 'self'; style-src 'unsafe-inline'; " +
  "script-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'"

/** What the page shows and switches. */
export interface Shown {
  readonly tickets: Tickets
  readonly faults: () => Faults
  readonly setFaults: (changes: Partial<Faults>) => Promise<void>
}

/** `/`, `/tickets.json`, `/tickets/N.png`, `/tickets/N.txt`, `/faults.json` to read and to post. */
export function answerPage(request: IncomingMessage, response: ServerResponse, shown: Shown): void {
  const { tickets } = shown
  const path = new URL(request.url ?? '/', 'http://printer').pathname
  if (path === '/faults.json' && request.method === 'POST') return switchFaults(request, response, shown)
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, TEXT, 'GET only\n')
  if (path === '/') return send(response, 200, 'text/html; charset=utf-8', PAGE)
  if (path === '/faults.json') return send(response, 200, 'application/json', JSON.stringify(shown.faults()))
  if (path === '/tickets.json') return send(response, 200, 'application/json', list(tickets))
  const match = /^\/tickets\/(\d+)\.(png|txt)$/.exec(path)
  const ticket = match === null ? undefined : tickets.find(Number(match[1]))
  if (ticket === undefined) return send(response, 404, TEXT, 'No such paper\n')
  if (match?.[2] === 'txt') return send(response, 200, TEXT, ticket.text)
  ticket.png().then(
    (png) => send(response, 200, 'image/png', png),
    () => send(response, 500, TEXT, 'The picture could not be drawn\n'),
  )
}

const TEXT = 'text/plain; charset=utf-8'

const FAULTS_BYTES_MAX = 1_000

/** JSON only: a form of another page cannot send that without asking first. */
function switchFaults(
  request: IncomingMessage,
  response: ServerResponse,
  { faults, setFaults }: Shown,
): void {
  if (request.headers['content-type'] !== 'application/json') return send(response, 415, TEXT, 'JSON only\n')
  let body = ''
  request.on('data', (chunk: Buffer) => {
    if (body.length < FAULTS_BYTES_MAX) body += chunk.toString()
  })
  request.on('end', () => {
    const changes = readFaults(parsed(body))
    if (changes === null) return send(response, 400, TEXT, 'No such fault\n')
    setFaults(changes).then(
      () => send(response, 200, 'application/json', JSON.stringify(faults())),
      () => send(response, 500, TEXT, 'That could not be switched\n'),
    )
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function list(tickets: Tickets): string {
  return JSON.stringify(tickets.all.map(({ n, at, text, events }) => ({ n, at, text, events })))
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
