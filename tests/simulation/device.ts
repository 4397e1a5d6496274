import type { Envelope } from '#domain/event/envelope.ts'
import { sampleClock } from '#sync/clock-offset.ts'
import { createSyncClient, type SyncClient, type SyncClientPorts } from '#sync/client.ts'
import type { ExchangeReply, LiveFrame } from '#sync/protocol.ts'
import { BATCH_MS, isUrgent } from '#sync/urgency.ts'
import type { Ledger } from './ledger.ts'
import type { Life, Node } from './node.ts'
import { startLettingGo, type LettingGo } from './letting-go.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import { createRenewal } from './renew.ts'
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
  /** Machines that were made with a copy of its disk. */
  readonly copies: Device[]
}

export interface DeviceOptions extends TransportOptions {
  readonly planted: Planted
  readonly pollMs: number
  readonly ledger: Ledger
  /** It takes on another id where its log forked; a hub never does. */
  readonly renews: boolean
  /** Whoever else wants to know of what came. */
  readonly onEvents?: (events: readonly Envelope[]) => void
  readonly onAnswer?: (reply: ExchangeReply) => void
  readonly plan: Plan
}

export function createDevice(node: Node, options: DeviceOptions): Device {
  const { world, ledger, random, planted, pollMs, renews, onEvents = () => {}, onAnswer = () => {} } = options
  let current: { readonly life: Life; readonly client: SyncClient; readonly loop: SyncLoop } | null = null

  async function onReply(
    lettingGo: LettingGo | null,
    [reply, sentAt, receivedAt, asked]: Parameters<SyncClientPorts['onReply']>,
  ): Promise<void> {
    node.clock.sample(sampleClock(sentAt, receivedAt, reply.now))
    const strange = reply.forks.filter((dev) => !ledger.mayFork(node.store, dev))
    if (strange.length > 0) world.fail('I2', `${node.name} is told of a fork: ${strange.join(', ')}`)
    onAnswer(reply)
    lettingGo?.heard(reply, asked)
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
    const renewal = renews ? createRenewal(node, life, options) : null
    const lettingGo = renews ? startLettingGo(node, life, { ...options, soon: () => loop.poke(0) }) : null
    const client: SyncClient = createSyncClient({
      replica: life.replica,
      history: life.history,
      now: () => node.clock.wall(),
      onReply: (...heard) => onReply(lettingGo, heard),
      onHistory: () => world.sometimes('page of the past taken in'),
      onEvents,
      sabotage: planted.product ?? {},
      ...(renewal !== null && { onOwnFork: renewal }),
    })
    const isOn = () => node.life() === life
    const transport = createTransport(node, life, options)
    const loop: SyncLoop = createSyncLoop({ world, random, name: node.name, client, transport, pollMs, isOn })
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
    copies: [],
  }
}
