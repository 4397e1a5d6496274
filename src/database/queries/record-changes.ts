import type { Db, JournalRow, Tx } from '#database/schema.ts'
import { statement } from '#database/statement.ts'

/** How far back somebody is looked for: whoever changed it while a form was open is among the last few. */
const CHANGES_MAX = 50

/** Who changed one of these fields of a record last, of the changes that are kept here. [RECORD8] */
export async function readLastChanger(
  db: Db | Tx,
  store: string,
  { type, id }: { readonly type: string; readonly id: string },
  fields: readonly string[],
): Promise<string | null> {
  const text = `select * from journal where store = ? and ent_type = ? and ent_id = ?
    order by hlc desc, dev desc, seq desc limit ${CHANGES_MAX}`
  const { rows } = await statement<JournalRow>(text, [store, type, id]).execute(db)
  const last = rows.find(({ payload }) => {
    const changed: unknown = JSON.parse(payload)
    return (
      typeof changed === 'object' && changed !== null && fields.some((field) => Object.hasOwn(changed, field))
    )
  })
  return last?.actor ?? null
}
