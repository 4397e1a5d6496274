import { describe, expect, test } from 'vitest'
import { NOON, STORE } from '../../tests/contract/cafe.ts'
import { chain, journalOf, openReplica, tablesOf } from '../../tests/support/replicas.ts'
import { answerExchange } from './answer.ts'
import { PROTOCOL, replySchema, requestSchema, type ExchangeRequest } from './protocol.ts'

function request(over: Partial<ExchangeRequest> = {}): ExchangeRequest {
  return { proto: PROTOCOL, store: STORE, dev: 'till', heads: {}, events: [], ...over }
}

describe('answering an exchange', () => {
  test('[SYNC10] takes in first and says its heads then: a head in a reply is an acknowledgement', async () => {
    const server = await openReplica('server')
    const log = chain('till', [{}, {}])
    const answered = await answerExchange(server, 'store', request({ events: log }), NOON)
    expect(answered).toMatchObject({
      ok: true,
      value: {
        ingested: { accepted: log },
        reply: {
          place: 'store',
          heads: { till: [2, log[1]?.hash] },
          now: NOON,
          more: false,
          need: {},
          forks: [],
        },
      },
    })
  })

  test('[SYNC10] flushes before it says its heads', async () => {
    const order: string[] = []
    const server = await openReplica('server')
    const watched = {
      ...server,
      ingest: async (...given: Parameters<typeof server.ingest>) => {
        const done = await server.ingest(...given)
        order.push('flushed')
        return done
      },
      heads: () => {
        order.push('heads')
        return server.heads()
      },
    }
    await answerExchange(watched, 'store', request({ events: chain('till', [{}]) }), NOON)
    expect(order).toEqual(['flushed', 'heads'])
  })

  test('[SYNC10] the same request twice gives the same heads and one copy', async () => {
    const server = await openReplica('server')
    const asked = request({ events: chain('till', [{}, {}, {}]) })
    const first = await answerExchange(server, 'store', asked, NOON)
    const before = await tablesOf(server.db)
    const second = await answerExchange(server, 'store', asked, NOON)
    expect(second).toMatchObject({
      ok: true,
      value: { reply: first.ok ? { heads: first.value.reply.heads } : {} },
    })
    expect(second).toMatchObject({ value: { ingested: { accepted: [] } } })
    expect(await journalOf(server.db)).toHaveLength(3)
    expect(await tablesOf(server.db)).toBe(before)
  })

  test('[SYNC10] gives what the asker lacks, word for word, and not what it just brought', async () => {
    const server = await openReplica('server')
    const phone = chain('phone', [
      { payload: '{"name":"Chá ☕","position":1}' },
      { type: 'from_tomorrow', v: 9 },
    ])
    await server.ingest(phone, NOON)
    const mine = chain('till', [{}])
    const heads = { till: [1, mine[0]?.hash ?? ''] as const }
    const answered = await answerExchange(server, 'cloud', request({ heads, events: mine }), NOON)
    expect(answered).toMatchObject({
      ok: true,
      value: { reply: { events: phone, more: false, place: 'cloud' } },
    })
  })

  test('[SYNC1] [SYNC3] [SYNC7] names gaps, forks and what was set aside', async () => {
    const server = await openReplica('server')
    const till = chain('till', [{}, {}, {}])
    const clone = chain('phone', [{ actor: 'clone' }])
    await server.ingest(chain('phone', [{}]), NOON)
    const events = [till[2], clone[0], { nonsense: true }]
    const answered = await answerExchange(server, 'store', request({ events }), NOON)
    expect(answered).toMatchObject({
      ok: true,
      value: { reply: { need: { till: 1 }, forks: ['phone'], setAside: 2 } },
    })
  })

  test('[SYNC11] another store is refused, and nothing of it kept', async () => {
    const server = await openReplica('server')
    const events = chain('till', [{}])
    expect(await answerExchange(server, 'store', request({ store: 'store-2', events }), NOON)).toEqual({
      ok: false,
      error: { code: 'store_mismatch' },
    })
    expect(await journalOf(server.db)).toEqual([])
  })

  test('[SYNC11] a newer protocol is refused: the asker must not guess', async () => {
    const server = await openReplica('server')
    expect(await answerExchange(server, 'store', request({ proto: PROTOCOL + 1 }), NOON)).toEqual({
      ok: false,
      error: { code: 'protocol_newer' },
    })
  })
})

describe('frames on the wire', () => {
  test('[SYNC10] a request and its reply pass their own schemas, through JSON', async () => {
    const server = await openReplica('server')
    const asked = JSON.parse(JSON.stringify(request({ events: chain('till', [{}]) })))
    const parsed = requestSchema.parse(asked)
    const answered = await answerExchange(server, 'store', parsed, NOON)
    if (!answered.ok) throw new Error(answered.error.code)
    const reply = JSON.parse(JSON.stringify(answered.value.reply))
    expect(replySchema.parse(reply)).toEqual(reply)
  })

  test.each([
    null,
    {},
    { ...request(), proto: 0 },
    { ...request(), store: '' },
    { ...request(), heads: { till: [-1, 'x'] } },
    { ...request(), heads: { till: [1, 'x'.repeat(65)] } },
    { ...request(), heads: { till: 1 } },
    { ...request(), events: 'many' },
    { ...request(), events: Array(1_001).fill({}) },
  ])('[SYNC11] a request of another form is none (case %#)', (bad) => {
    expect(requestSchema.safeParse(bad).success).toBe(false)
  })
})
