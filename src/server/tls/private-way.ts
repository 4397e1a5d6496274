import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'

/** Whether nobody on the way can read this: over HTTPS, or within the machine. */
export function isPrivate({ socket }: Pick<IncomingMessage, 'socket'>): boolean {
  if (socket instanceof TLSSocket) return true
  const address = socket.remoteAddress ?? ''
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
