import type { Envelope } from '#domain/event/envelope.ts'
import { sampleClock } from '#sync/clock-offset.ts'
import { createSyncClient, type SyncClient } from '#sync/client.ts'
import { fromWire, type ExchangeReply, type LiveFrame } from '#sync/protocol.ts'
import { BATCH_MS, isUrgent } from '#sync/urgency.ts'
import type { Ledger } from './ledger.ts'
import { createLines } from './lines.ts'
import type { Network } from './network.ts'
import type { Life, Node } from './node.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'
import { createSyncLoop, type SyncLoop } from './sync-loop.ts'
import { COPIED } from './watched-replica.ts'
import type { World } from './world.ts'

export interface Device {
  readonly node: Node
  /** A broadcast arrived. */
  live(text: string): void
  /** Something was written here. */
  changed(events: readonly Envelope[]): void
  /** To be called with every start of the node. */
  onUp(life: Life): void
}

export interface DeviceOptions {
  readonly world: World
  readonly network: Network
  readonly ledger: Ledger
  readonly random: Random
  readonly server: Server
  readonly pollMs: number
}

export function createDevice(node: Node, options: DeviceOptions): Device {
  const { world, ledger, random, server, pollMs } = options
  let current: { readonly life: Life; readonly client: SyncClient; readonly loop: SyncLoop } | null = null
  const lines = createLines(node, options)

  async function onReply(reply: ExchangeReply, sentAt: number, receivedAt: number): Promise<void> {
    node.clock.sample(sampleClock(sentAt, receivedAt, reply.now))
    for (const [dev, head] of fromWire(reply.heads)) {
      ledger.promise(server.node.name, dev, head, `acknowledged to ${node.name}`)
    }
    if (reply.forks.length > 0 && !world.counts().has(COPIED))
      world.fail('I2', `${node.name} is told of a fork: ${reply.forks.join(', ')}`)
  }

  async function receive(text: string): Promise<void> {
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
      onEvents: () => {},
      onOwnFork: (common) => lines.renew(life, common),
    })
    const isOn = () => node.life() === life
    const transport = lines.transport(life)
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
    onUp,
  }
}
