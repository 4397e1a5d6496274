import { expect, test } from 'vitest'
import { chain, openReplica } from '../../tests/support/replicas.ts'
import { STORE } from '../../tests/contract/cafe.ts'
import { PROTOCOL } from '#sync/protocol.ts'
import { createHub } from './hub.ts'

test('[SYNC2] passes events on while they are being written, and says so again once they are kept', async () => {
  const log: string[] = []
  const replica = await openReplica('server', { onAppend: async () => void log.push('written') })
  const hub = createHub(replica, 'store')
  hub.onArrival((events, from) => log.push(`arrival of ${events.length} from ${from}`))
  hub.onLive((events, from) => log.push(`live ${events.length} from ${from}`))
  const request = { proto: PROTOCOL, store: STORE, dev: 'till', heads: {}, events: chain('till', [{}, {}]) }
  await hub.exchange(request)
  expect(log).toEqual(['arrival of 2 from till', 'written', 'live 2 from till'])
  log.length = 0
  await hub.exchange(request)
  expect(log).toEqual([])
  hub.announce(request.events)
  expect(log).toEqual(['arrival of 2 from null', 'live 2 from null'])
})

test('[UP2] says in each reply how far the place above is, and tells of it only when it moved', async () => {
  const hub = createHub(await openReplica('server'), 'store')
  const told: unknown[] = []
  hub.onUpstream((heads) => told.push(heads))
  const request = { proto: PROTOCOL, store: STORE, dev: 'till', heads: {}, events: [] }
  expect(await hub.exchange(request)).toMatchObject({ ok: true, value: { place: 'store' } })
  expect(await hub.exchange(request)).not.toHaveProperty('value.upstream')
  hub.reachedUpstream({})
  hub.reachedUpstream({ till: [1, 'a'] })
  hub.reachedUpstream({ till: [1, 'a'] })
  expect(told).toEqual([{}, { till: [1, 'a'] }])
  expect(await hub.exchange(request)).toHaveProperty('value.upstream', { till: [1, 'a'] })
})
