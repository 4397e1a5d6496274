import { notifyManager, QueryClient } from '@tanstack/react-query'
import type { DeviceStatus, KitchenView, TicketChange } from '#device/messages.ts'
import type { Client } from './client.ts'
import { QUERIES_BY_TOPIC } from './topics.ts'

const STATUS_EVERY_MS = 200

/**
 * Answers come from the worker on this device, never from a network: they are asked whatever `navigator.onLine`
 * says, and stay right until the worker says what changed.
 */
export function createQueryClient(): QueryClient {
  // The library would put each answer off to a timer; here a person waits for it.
  notifyManager.setScheduler(queueMicrotask)
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
}

/** What every start shows, one after the other: asked at once, while the screens are still being made. */
export function askAhead(client: Client, queries: QueryClient): void {
  for (const name of ['store', 'status', 'people'] as const)
    void queries.prefetchQuery({ queryKey: [name, null], queryFn: () => client.query(name, null) })
}

/** Keeps the answers on screen fresh. Returns what stops it. */
export function followChanges(client: Client, queries: QueryClient): () => void {
  const showStatus = statusKeeper(queries)
  return client.listen((message) => {
    if (message.kind === 'status') showStatus(message.status)
    if (message.kind === 'tickets') showTickets(queries, message.stationId, message.change)
    if (message.kind !== 'changed') return
    const names = new Set(message.topics.flatMap((topic) => QUERIES_BY_TOPIC[topic]))
    // The old answer stays on screen until the new one is there: nothing flickers.
    for (const name of names) void queries.invalidateQueries({ queryKey: [name] })
  })
}

/** Tickets that did not change stay the same objects: only the others are drawn again. */
function showTickets(queries: QueryClient, stationId: string | null, { changed, gone }: TicketChange): void {
  const left = new Set([...gone, ...changed.map((ticket) => ticket.orderId)])
  queries.setQueryData<KitchenView>(['kitchen', { stationId }], (view) => {
    if (view === undefined) return undefined
    return { ...view, tickets: [...view.tickets.filter(({ orderId }) => !left.has(orderId)), ...changed] }
  })
}

/**
 * Every tap changes the count of what is saved. Its painting must not come before that of the tap itself, so counts
 * are shown a moment later, the last one only; a device that begins or stops working is shown at once.
 */
function statusKeeper(queries: QueryClient): (status: DeviceStatus) => void {
  const key = ['status', null]
  let latest: DeviceStatus | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (): void => {
    timer = undefined
    queries.setQueryData(key, latest)
  }
  return (status) => {
    latest = status
    if (queries.getQueryData<DeviceStatus>(key)?.state !== status.state) {
      clearTimeout(timer)
      show()
    } else timer ??= setTimeout(show, STATUS_EVERY_MS)
  }
}
