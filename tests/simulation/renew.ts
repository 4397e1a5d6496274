import { readRecord } from '#database/queries/records.ts'
import type { OnOwnFork } from '#sync/fork-healing.ts'
import { renewDevice } from '#sync/renewal.ts'
import { keepIdentity } from './identity.ts'
import { HEIR } from './invariants.ts'
import type { Life, Node } from './node.ts'
import type { Planted } from './planted.ts'
import { askAdmission, type TransportOptions } from './transport.ts'

/** Its log forked: it goes on under another id, which it asks its server for over the same bad line. */
export function createRenewal(
  node: Node,
  { replica, disk }: Life,
  options: TransportOptions & { readonly planted: Planted },
): OnOwnFork | null {
  const { random, planted } = options
  if (planted.neverRenews === true) return null
  return (common) =>
    renewDevice(
      {
        replica,
        freshId() {
          const dev = `${node.dev}${HEIR}${random.id('')}`
          node.ids.add(dev)
          return dev
        },
        flush: () => disk.source.flush(),
        ask: async (dev) => {
          const admitted = await askAdmission(node, options, { dev, was: replica.dev })
          if (planted.keepsLetter !== true || admitted === null) return admitted
          const own = await readRecord(replica.db, replica.store, 'device', replica.dev)
          return { letter: own?.letter ?? admitted.letter }
        },
        keep: (tx, dev) => keepIdentity(tx, replica.store, dev),
        now: () => node.clock.wall(),
      },
      common,
    )
}
