import { expect, test } from 'vitest'
import type { KitchenView } from '#device/messages.ts'
import type { FromWorker } from '#device/messages/traffic.ts'
import { sampleLine, sampleTicket } from '#app/features/kitchen/ticket-samples.ts'
import type { Client } from './client.ts'
import { createQueryClient, followChanges } from './query-client.ts'

type Message = Exclude<FromWorker, { kind: 'answer' } | { kind: 'crash' }>

function listening(): { readonly client: Client; say(message: Message): void } {
  const listeners: ((message: Message) => void)[] = []
  return {
    client: {
      query: () => Promise.reject(new Error('nobody asks')),
      act: () => Promise.reject(new Error('nobody acts')),
      line: () => {},
      listen: (listener) => {
        listeners.push(listener)
        return () => {}
      },
    },
    say: (message) => listeners.forEach((listener) => listener(message)),
  }
}

test('[KITCHEN2] changed tickets take their place, gone ones leave, and the others stay the same objects', () => {
  const queries = createQueryClient()
  const { client, say } = listening()
  followChanges(client, queries)
  const [one, two, three] = ['o1', 'o2', 'o3'].map((id) => sampleTicket(id, 1, sampleLine(`${id}-a`, 'pending')))
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were made')
  const later = { ...two, waiter: 'Rui' }
  const view: KitchenView = { stations: [{ id: 'bar', name: 'Bar' }], tickets: [one, two] }
  queries.setQueryData(['kitchen', { stationId: null }], view)
  say({ kind: 'tickets', stationId: null, change: { changed: [three, later], gone: [] } })
  const told = queries.getQueryData<KitchenView>(['kitchen', { stationId: null }])
  expect(told?.tickets.map(({ orderId, waiter }) => `${orderId} ${waiter}`).sort()).toEqual([
    'o1 Ana',
    'o2 Rui',
    'o3 Ana',
  ])
  expect(told?.tickets.find(({ orderId }) => orderId === 'o1')).toBe(one)
  say({ kind: 'tickets', stationId: null, change: { changed: [], gone: ['o1', 'o3'] } })
  expect(queries.getQueryData<KitchenView>(['kitchen', { stationId: null }])?.tickets).toEqual([later])
  say({ kind: 'tickets', stationId: 'bar', change: { changed: [one], gone: [] } })
  expect(queries.getQueryData(['kitchen', { stationId: 'bar' }])).toBeUndefined()
})
