import type { Envelope } from '#domain/event/envelope.ts'
import { sampleClock } from '#sync/clock-offset.ts'
import { createSyncClient, type SyncClient } from '#sync/client.ts'
import type { ExchangeReply, LiveFrame } from '#sync/protocol.ts'
import { BATCH_MS, isUrgent } from '#sync/urgency.ts'
import type { Life, Node } from './node.ts'
import type { Planted } from './planted.ts'
import { createSyncLoop, type SyncLoop } from './sync-loop.ts'
import { checkStore, createTransport, type TransportOptions } from './transport.ts'

export interface Device {
  readonly node: Node
  /** A broadcast arrived. */
  live(text: string): void
  /** Something was written here. */
  changed(events: readonly Envelope[]): void
  /** Asks its server within so many milliseconds. */
  soon(ms: number): void
  /** To be called with every start of the node. */
  onUp(life: Life): void
}

export interface DeviceOptions extends TransportOptions {
  readonly planted: Planted
  readonly pollMs: number
  /** Whoever else wants to know of what came. */
  readonly onEvents?: (events: readonly Envelope[]) => void
}

export function createDevice(node: Node, options: DeviceOptions): Device {
  const { world, random, planted, pollMs, onEvents = () => {} } = options
  let current: { readonly life: Life; readonly client: SyncClient; readonly loop: SyncLoop } | null = null

  async function onReply(reply: ExchangeReply, sentAt: number, receivedAt: number): Promise<void> {
    node.clock.sample(sampleClock(sentAt, receivedAt, reply.now))
    if (reply.forks.length > 0) world.fail('I2', `${node.name} is told of a fork: ${reply.forks.join(', ')}`)
  }

  async function receive(text: string): Promise<void> {
    checkStore(world, node, text)
    const here = current
    if (here === null || node.life() !== here.life) return
    const gap = await here.client.receive(JSON.parse(text) as LiveFrame)
    world.log(node.name, gap ? 'live frame leaves a gap' : 'live frame taken in')
    if (!gap) return
    world.sometimes('gap in live frames')
    here.loop.poke(0)
  }

  function onUp(life: Life): void {
    const client = createSyncClient({
      replica: life.replica,
      now: () => node.clock.wall(),
      onReply,
      onEvents,
      sabotage: planted.product ?? {},
    })
    const isOn = () => node.life() === life
    const transport = createTransport(node, life, options)
    const loop = createSyncLoop({ world, random, name: node.name, client, transport, pollMs, isOn })
    current = { life, client, loop }
    loop.poke(0)
  }

  return {
    node,
    live: (text) => world.start(node.name, receive(text)),
    changed(events) {
      current?.client.committed(events)
      current?.loop.poke(isUrgent(events) ? 0 : BATCH_MS)
    },
    soon: (ms) => current?.loop.poke(ms),
    onUp,
  }
}
