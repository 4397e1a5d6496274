import { expect, test } from 'vitest'
import { openDatabase } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient } from '#sync/client.ts'
import { PROTOCOL, type ExchangeReply, type ExchangeRequest } from '#sync/protocol.ts'
import { createReplica, type Replica } from '#sync/replica.ts'

const STORE = 'store-1'

// What seed 34 found: while one commit was on its way to the disk, another exchange already gave its head away.
const NOW = Date.UTC(2026, 10, 20, 12)

interface Slow {
  readonly replica: Replica
  /** From now on a flush waits for the returned function. */
  hold(): () => void
}

async function openSlow(dev: string): Promise<Slow> {
  const source = openSqlite(':memory:')
  let gate = Promise.resolve()
  const opened = await openDatabase({ ...source, flush: () => gate })
  if (!opened.ok) throw new Error(opened.error.code)
  const clock = { wall: () => NOW, offset: () => 0 }
  return {
    replica: createReplica({ store: STORE, dev, database: opened.value, clock }),
    hold: () => {
      let release = () => {}
      gate = new Promise((resolve) => (release = resolve))
      return release
    },
  }
}

function writeDish(replica: Replica, id: string) {
  return replica.act({
    txnId: `txn-${id}`,
    actor: 'manager-1',
    decide: async () => ({
      ok: true as const,
      value: [
        {
          ent: { type: 'menu_item' as const, id },
          event: { type: 'record_changed' as const, payload: { name: id } },
        },
      ],
    }),
  })
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('[I1] a head is told only when it is on the disk, whoever brought it', async () => {
  const till = await openSlow('till')
  const server = await openSlow('server')
  const written = await writeDish(till.replica, 'tea')
  let release = () => {}
  let taking: Promise<unknown> = Promise.resolve()
  // Another exchange commits just after this one has flushed its own and before it reads the heads.
  const crowded: Replica = {
    ...server.replica,
    ingest: async (raw, receivedAt) => {
      const ingested = await server.replica.ingest(raw, receivedAt)
      release = server.hold()
      taking = server.replica.ingest(written.ok ? written.value : [], NOW)
      await turn()
      return ingested
    },
  }
  const nothing: ExchangeRequest = { proto: PROTOCOL, store: STORE, dev: 'other', heads: {}, events: [] }
  let told: ExchangeReply | null = null
  const answering = answerExchange(crowded, 'store', nothing, NOW).then((answered) => {
    if (answered.ok) told = answered.value.reply
  })
  await turn()
  await turn()
  expect(told).toBe(null)
  release()
  await Promise.all([taking, answering])
  expect(told).toMatchObject({ heads: { till: [1, expect.any(String)] } })
})

test('[I1] a device sends only what a power cut cannot take back', async () => {
  const till = await openSlow('till')
  const release = till.hold()
  const acting = writeDish(till.replica, 'tea')
  await turn()
  const sent: ExchangeRequest[] = []
  const client = createSyncClient({
    replica: till.replica,
    now: () => NOW,
    onReply: async () => {},
    onEvents: () => {},
  })
  const step = client.step({
    exchange: (request) => {
      sent.push(request)
      return Promise.reject(new Error('no line'))
    },
  })
  await turn()
  expect(sent).toEqual([])
  release()
  await acting
  await expect(step).rejects.toThrow('no line')
  expect(sent).toMatchObject([{ heads: { till: [1, expect.any(String)] } }])
})
