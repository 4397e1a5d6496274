import type { Draft } from '#domain/event/event.ts'
import type { Tx } from '#database/schema.ts'
import { UNKNOWN } from './older.ts'
import type { World } from './world.ts'

/** What an older program must not overlook it does not change either: told from the journal alone. (I6) */
export async function checkReadable(
  world: World,
  name: string,
  tx: Tx,
  store: string,
  drafts: readonly Draft[],
): Promise<void> {
  for (const { ent, event } of drafts) {
    const unread = await tx
      .selectFrom('journal')
      .select('type')
      .where('store', '=', store)
      .where('ent_type', '=', ent.type)
      .where('ent_id', '=', ent.id)
      .where('crit', '=', 1)
      .where('type', 'in', [...UNKNOWN])
      .limit(1)
      .executeTakeFirst()
    if (unread !== undefined)
      world.fail(
        'I6',
        `${name}: an older program wrote ${event.type} on ${ent.id} and cannot read ${unread.type}`,
      )
  }
}
