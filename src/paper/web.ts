import type { IncomingMessage, ServerResponse } from 'node:http'
import { PAGE } from './page.ts'
import type { Tickets } from './tickets.ts'

/** The page needs nothing but itself and its pictures, so nothing else may load, even should a ticket try. */
const POLICY =
  "default-src 'none'; img-src 'self' data:; connect-src 'self'; style-src 'unsafe-inline'; " +
  "script-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'"

/** `/`, `/tickets.json`, `/tickets/N.png`, `/tickets/N.txt`. */
export function answerPage(request: IncomingMessage, response: ServerResponse, tickets: Tickets): void {
  const path = new URL(request.url ?? '/', 'http://printer').pathname
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, TEXT, 'GET only\n')
  if (path === '/') return send(response, 200, 'text/html; charset=utf-8', PAGE)
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
