import type { Envelope } from '#domain/event/envelope.ts'
import { answerExchange } from '#sync/answer.ts'
import {
  fromWire,
  requestSchema,
  type ExchangeReply,
  type ExchangeRequest,
  type Place,
  type WireHeads,
} from '#sync/protocol.ts'
import { admit, type Admission } from './admission.ts'
import type { Ledger } from './ledger.ts'
import type { Node } from './node.ts'
import type { Planted } from './planted.ts'
import { isUnknown } from './older.ts'
import { spoilReplies } from './spoilt-replies.ts'
import type { World } from './world.ts'

/** The server's side of one store. */
export interface Server {
  readonly node: Node
  /** A request arrived; `reply` carries the answer back, if there is one. */
  request(from: string, text: string, reply: (text: string) => void): void
  /** A device asks to be taken in; `reply` carries its letter back. */
  admit(from: string, text: string, reply: (text: string) => void): void
  /** Sends what arrives to every device but the one it came from. */
  broadcast(events: readonly Envelope[], except: string | null): void
}

export interface ServerOptions {
  readonly world: World
  readonly ledger: Ledger
  readonly planted: Planted
  /** A store's own server, or the cloud above it. */
  readonly place: Place
  readonly sendLive: (text: string, except: string | null) => void
  /** How far its cloud is, as far as it heard; null: it has none. */
  readonly upstream: () => WireHeads | null
  /** A store of so few events is given whole. */
  readonly wholeUpTo: number | undefined
}

export function createServer(node: Node, options: ServerOptions): Server {
  const { world, ledger, planted, place, sendLive, wholeUpTo } = options
  const spoil = spoilReplies(planted)
  let admissions = 0

  function broadcast(events: readonly Envelope[], except: string | null): void {
    if (events.length > 0) sendLive(JSON.stringify({ events }), except)
  }

  async function answer(from: string, text: string, reply: (text: string) => void): Promise<void> {
    const life = node.life()
    if (life === null) return world.log(node.name, `off: request of ${from} unheard`)
    const asked = requestSchema.parse(JSON.parse(text))
    const request = planted.product?.anyStore === true ? { ...asked, store: node.store } : asked
    const answered = await answerExchange(life.replica, place, request, node.clock.wall(), {
      // Before it is committed, as the product does: a server that dies now must not have promised anything.
      onAccepted: (events) => broadcast(events, from),
      ...(wholeUpTo !== undefined && { wholeUpTo }),
    })
    if (!answered.ok) {
      // A request that a broken proxy brought to the wrong store.
      if (answered.error.code === 'store_mismatch' && asked.store !== node.store) {
        return world.sometimes('request for another store refused')
      }
      return world.fail('I6', `${node.name} refused ${from}: ${answered.error.code}`)
    }
    const { ingested } = answered.value
    const body = withUpstream(answered.value.reply, request, options.upstream())
    if (request.events.length > ingested.accepted.length) world.sometimes('request repeated known events')
    if (body.more) world.sometimes('reply of several pages')
    world.log(
      node.name,
      `answers ${from}: ${request.events.length} came, ${ingested.accepted.length} new, ${body.events.length} back`,
    )
    promise(from, body)
    if (node.isOlder() && body.events.some(isUnknown))
      world.sometimes('older server passed on what it does not know')
    reply(JSON.stringify(spoil(from, body)))
  }

  async function takeIn(from: string, text: string, reply: (text: string) => void): Promise<void> {
    const life = node.life()
    if (life === null) return
    const asked = JSON.parse(text) as Admission
    admissions += 1
    const done = await admit(life.replica, asked, node.clock.wall(), `${node.name}-admission-${admissions}`)
    if (done === null) return world.fail('I6', `${node.name} does not take ${from} in as ${asked.dev}`)
    world.log(node.name, `takes ${from} in as ${asked.dev}, ${done.admitted.letter}`)
    broadcast(done.events, null)
    reply(JSON.stringify(done.admitted))
  }

  function promise(to: string, { heads }: ExchangeReply): void {
    for (const [dev, head] of fromWire(heads)) ledger.promise(node.name, dev, head, `acknowledged to ${to}`)
  }

  return {
    node,
    request: (from, text, reply) => world.start(node.name, answer(from, text, reply)),
    admit: (from, text, reply) => world.start(node.name, takeIn(from, text, reply)),
    broadcast,
  }
}

/** As a hub says it; a short request is answered about the asker's own log alone. */
function withUpstream(
  reply: ExchangeReply,
  { short, dev }: ExchangeRequest,
  heads: WireHeads | null,
): ExchangeReply {
  if (heads === null) return reply
  const own = heads[dev]
  const told = short !== true ? heads : own === undefined ? {} : { [dev]: own }
  return { ...reply, upstream: told }
}
