import { expect, test } from 'vitest'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient } from '#sync/client.ts'
import { chain, openReplica } from '../support/replicas.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

test(
  '[I4] a new till catches up with a store that has had more than a thousand devices',
  { timeout: 30_000 },
  async () => {
    const server = await openReplica('server')
    const logs = Array.from({ length: 1_100 }, (_, i) => chain(`till-${i}`, [{ entId: `category-${i}` }]))
    await server.ingest(logs.flat(), NOW)
    const till = await openReplica('till-new')
    const client = createSyncClient({
      replica: till,
      now: () => NOW,
      onReply: async () => {},
      onEvents: () => {},
    })
    const transport = {
      exchange: async (request: Parameters<typeof answerExchange>[2]) => {
        const answered = await answerExchange(server, 'store', request, NOW)
        if (!answered.ok) throw new Error(answered.error.code)
        return answered.value.reply
      },
    }
    let steps = 0
    do steps += 1
    while (await client.step(transport))
    expect(await till.heads()).toEqual(await server.heads())
    expect(steps).toBeLessThan(8)
  },
)
