import { writeLocal } from '#database/queries/local-values.ts'
import type { Transport } from '#sync/client.ts'
import type { Renewed } from '#sync/fork-healing.ts'
import { replySchema } from '#sync/protocol.ts'
import { renewDevice } from '#sync/renewal.ts'
import type { DeviceOptions } from './device.ts'
import { DEV_KEY, type Life, type Node } from './node.ts'
import { LineBroken } from './sync-loop.ts'

/** What a device asks its server, over a bad line. */
export interface Lines {
  transport(life: Life): Transport
  /** Its log forked: it goes on under a new id. */
  renew(life: Life, common: number): Promise<Renewed>
}

const TIMEOUT_MS = 8_000

export function createLines(
  node: Node,
  { world, network, random, server }: Omit<DeviceOptions, 'ledger'>,
): Lines {
  let requests = 0

  function transport(life: Life): Transport {
    return {
      exchange: (request) =>
        new Promise((resolve, reject) => {
          requests += 1
          const what = `request ${requests}`
          const answer = (text: string) => {
            if (node.life() === life) resolve(replySchema.parse(JSON.parse(text)))
          }
          const text = JSON.stringify(request)
          network.send(node.name, server.node.name, what, () =>
            server.request(node.name, text, (reply) =>
              network.send(server.node.name, node.name, `reply ${what}`, () => answer(reply)),
            ),
          )
          world.at(TIMEOUT_MS, () => reject(new LineBroken(what)))
        }),
    }
  }

  function askToRenew(life: Life, dev: string): Promise<{ readonly letter: string } | null> {
    return new Promise((resolve) => {
      requests += 1
      const what = `renewal ${requests}`
      const was = life.replica.dev
      network.send(node.name, server.node.name, what, () =>
        server.renew(was, dev, (letter) =>
          network.send(server.node.name, node.name, `answer to ${what}`, () => {
            if (node.life() === life) resolve({ letter })
          }),
        ),
      )
      world.at(TIMEOUT_MS, () => resolve(null))
    })
  }

  function renew(life: Life, common: number) {
    const { replica, disk } = life
    return renewDevice(
      {
        replica,
        freshId: () => random.id(`${node.name}-heir`),
        flush: () => disk.source.flush(),
        ask: (dev) => askToRenew(life, dev),
        keep: (tx, dev) => writeLocal(tx, '', DEV_KEY, dev),
        now: () => node.clock.wall(),
      },
      common,
    )
  }

  return { transport, renew }
}
