import { answerExchange } from '../../src/sync/answer.ts'
import type { Transport } from '../../src/sync/client.ts'
import type { ExchangeRequest } from '../../src/sync/protocol.ts'
import type { Replica } from '../../src/sync/replica.ts'
import { NOON } from '../contract/cafe.ts'

export interface Line extends Transport {
  readonly asked: ExchangeRequest[]
}

/** A line to a server that carries everything as text, and remembers what was asked. */
export function lineTo(server: Replica): Line {
  const asked: ExchangeRequest[] = []
  return {
    asked,
    exchange: async (request) => {
      asked.push(request)
      const wire = JSON.parse(JSON.stringify(request)) as ExchangeRequest
      const answered = await answerExchange(server, 'store', wire, NOON)
      if (!answered.ok) throw new Error(answered.error.code)
      return JSON.parse(JSON.stringify(answered.value.reply))
    },
  }
}
