import type { Envelope } from '#domain/event/envelope.ts'
import type { Transport } from '#sync/client.ts'
import { replySchema } from '#sync/protocol.ts'
import type { Network } from './network.ts'
import type { Admission, Admitted } from './admission.ts'
import type { Life, Node } from './node.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'
import { LineBroken } from './sync-loop.ts'
import type { World } from './world.ts'

export interface TransportOptions {
  readonly world: World
  readonly network: Network
  readonly random: Random
  readonly server: Server
  /** Another store's server in the same process: a broken proxy brings some requests there. */
  readonly stranger: Server | null
  readonly astray: number
  /** A planted bug: it sends what this node wrote, and nothing else. */
  readonly ownOnly?: boolean
}

const TIMEOUT_MS = 8_000

/** A line to the server: each frame is text, and no answer in time is a broken line. */
export function createTransport(node: Node, life: Life, options: TransportOptions): Transport {
  const { world, network, random, server, stranger, astray, ownOnly = false } = options
  return {
    hears: true,
    exchange: (request) =>
      new Promise((resolve, reject) => {
        const answer = (text: string) => {
          checkStore(world, node, text)
          if (node.life() === life) resolve(replySchema.parse(JSON.parse(text)))
        }
        const to = stranger !== null && random.chance(astray) ? stranger : server
        const events = ownOnly ? request.events.filter((event) => isOf(node, event)) : request.events
        const text = JSON.stringify({ ...request, events })
        network.send({ from: node.name, to: to.node.name, kind: 'request', text }, (arrived) =>
          to.request(node.name, arrived, (reply) =>
            network.send({ from: to.node.name, to: node.name, kind: 'reply', text: reply }, answer),
          ),
        )
        world.at(TIMEOUT_MS, () => reject(new LineBroken(node.name)))
      }),
  }
}

/** Asks to be taken in; null: no answer in time. */
export function askAdmission(
  node: Node,
  { world, network, server }: Pick<TransportOptions, 'world' | 'network' | 'server'>,
  asked: Admission,
): Promise<Admitted | null> {
  return new Promise((resolve) => {
    const to = server.node.name
    network.send({ from: node.name, to, kind: 'request', text: JSON.stringify(asked) }, (arrived) =>
      server.admit(node.name, arrived, (reply) =>
        network.send({ from: to, to: node.name, kind: 'reply', text: reply }, (text) =>
          resolve(JSON.parse(text) as Admitted),
        ),
      ),
    )
    world.at(TIMEOUT_MS, () => resolve(null))
  })
}

function isOf({ dev }: Node, event: unknown): boolean {
  return (event as Envelope).dev === dev
}

/** I12: whatever is sent to a device is of its store. */
export function checkStore(world: World, node: Node, text: string): void {
  if (text.replaceAll(`"store":"${node.store}"`, '').includes('"store":')) {
    world.fail('I12', `${node.name} is sent something of another store`)
  }
}
