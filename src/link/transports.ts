import type { Socket } from 'socket.io-client'
import type { Transport } from '#sync/client.ts'
import { replySchema, type ExchangeReply, type ExchangeRequest } from '#sync/protocol.ts'
import { canPack, isWorthPacking, pack, unpack } from './packing.ts'

const EXCHANGE_TIMEOUT_MS = 10_000

/** The server answered, and the answer was no. `unauthorized`: this device was revoked. */
export class ExchangeRefused extends Error {
  readonly code: string

  constructor(code: string) {
    super(`the server refused the exchange: ${code}`)
    this.code = code
  }
}

export function socketTransport(socket: Socket): Transport {
  return {
    hears: true,
    async exchange(request): Promise<ExchangeReply> {
      const answer: unknown = await socket
        .timeout(EXCHANGE_TIMEOUT_MS)
        .emitWithAck('exchange', await packed(request))
      if (!isAnswer(answer)) throw new ExchangeRefused('bad_reply')
      if (!answer.ok) throw new ExchangeRefused(answer.code)
      return replySchema.parse('packed' in answer ? await unpack(answer.packed) : answer.reply)
    },
  }
}

function packed(request: ExchangeRequest): Promise<Uint8Array> | ExchangeRequest {
  return isWorthPacking(request) && canPack() ? pack(request) : request
}

type Answer =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: true; readonly packed: Uint8Array | ArrayBuffer }
  | { readonly ok: false; readonly code: string }

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'ok' in value
}

/** The same frames over HTTP, for networks that let no socket through. */
export function httpTransport(origin: string, token: string): Transport {
  return {
    async exchange(request): Promise<ExchangeReply> {
      const frame = await packed(request)
      const isPacked = frame instanceof Uint8Array
      const response = await fetch(`${origin}/api/sync`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(isPacked && { 'content-encoding': 'gzip' }),
        },
        body: isPacked ? frame : JSON.stringify(frame),
        signal: AbortSignal.timeout(EXCHANGE_TIMEOUT_MS),
      })
      if (response.status === 401) throw new ExchangeRefused('not_signed_in')
      if (!response.ok) throw new ExchangeRefused(`http_${response.status}`)
      return replySchema.parse(await response.json())
    },
  }
}
