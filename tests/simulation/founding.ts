import type { Draft } from '#domain/event/event.ts'
import { longMenu, smallCafe } from './cafe.ts'
import type { Plan } from './plan.ts'
import type { Store } from './town.ts'

/** The owners set their restaurants up on the server before anything can break. */
export async function found(stores: readonly Store[], plan: Plan): Promise<void> {
  for (const { name, server, devices } of stores) {
    await server.node.boot()
    const tills = devices.map(({ node }) => node.dev)
    const batches: (readonly Draft[])[] = [smallCafe(name, [...tills, server.node.dev], plan.coins)]
    for (let from = 0; from < plan.extraRecords; from += 270) batches.push(longMenu(from, 270))
    for (const [index, drafts] of batches.entries()) {
      await server.node.life()?.replica.act({
        txnId: `founding-${index}`,
        actor: 'server',
        decide: async () => ({ ok: true as const, value: drafts }),
      })
    }
  }
}
