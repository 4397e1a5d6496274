import type { Envelope } from '#domain/event/envelope.ts'
import { decideRenewal } from '#auth/renewal.ts'
import { answerExchange } from '#sync/answer.ts'
import { requestSchema } from '#sync/protocol.ts'
import type { Node } from './node.ts'
import type { World } from './world.ts'

export interface Server {
  readonly node: Node
  /** A request arrived; `reply` carries the answer back, if there is one. */
  request(from: string, text: string, reply: (text: string) => void): void
  /** A device whose log forked asks for a new letter under a new id; `reply` carries it back. */
  renew(was: string, dev: string, reply: (letter: string) => void): void
  /** Sends what arrives to every device but the one it came from. */
  broadcast(events: readonly Envelope[], except: string | null): void
}

export type SendLive = (text: string, except: string | null) => void

export function createServer(world: World, node: Node, sendLive: SendLive): Server {
  let renewals = 0

  function broadcast(events: readonly Envelope[], except: string | null): void {
    if (events.length > 0) sendLive(JSON.stringify({ events }), except)
  }

  async function answer(from: string, text: string, reply: (text: string) => void): Promise<void> {
    const life = node.life()
    if (life === null) return world.log(node.name, `off: request of ${from} unheard`)
    const request = requestSchema.parse(JSON.parse(text))
    const answered = await answerExchange(life.replica, 'store', request, node.clock.wall(), {
      // Before it is committed, as the product does: a server that dies now must not have promised anything.
      onAccepted: (events) => broadcast(events, from),
    })
    if (!answered.ok) return world.fail('I6', `${node.name} refused ${from}: ${answered.error.code}`)
    const { ingested, reply: body } = answered.value
    if (request.events.length > ingested.accepted.length) world.sometimes('request repeated known events')
    if (body.more) world.sometimes('reply of several pages')
    world.log(
      node.name,
      `answers ${from}: ${request.events.length} came, ${ingested.accepted.length} new, ${body.events.length} back`,
    )
    reply(JSON.stringify(body))
  }

  async function renew(was: string, dev: string, reply: (letter: string) => void): Promise<void> {
    const life = node.life()
    if (life === null) return
    let letter = ''
    renewals += 1
    const written = await life.replica.act({
      txnId: `renewal-${renewals}`,
      actor: 'server',
      decide: async (tx) => {
        const decided = await decideRenewal(tx, life.replica.store, { was, dev, now: node.clock.wall() })
        if (!decided.ok) return decided
        letter = decided.value.letter
        return { ok: true as const, value: decided.value.drafts }
      },
    })
    if (!written.ok) return world.fail('I6', `${node.name} refused to renew ${was}: ${written.error}`)
    broadcast(written.value, null)
    reply(letter)
  }

  return {
    renew: (was, dev, reply) => world.start(node.name, renew(was, dev, reply)),
    node,
    request: (from, text, reply) => world.start(node.name, answer(from, text, reply)),
    broadcast,
  }
}
