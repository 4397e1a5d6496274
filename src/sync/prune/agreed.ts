import { readHeads, type Head, type Heads } from '#database/journal.ts'
import { readHashes } from '#database/log.ts'
import type { Db } from '#database/schema.ts'

/**
 * How far another place has each log as it is here. One of which it has another past counts for nothing: what went
 * here would be nowhere. [PRUNE1]
 */
export async function agreedHeads(db: Db, store: string, theirs: Heads): Promise<Heads> {
  const agreed = new Map<string, Head>()
  for (const [dev, ours] of await readHeads(db, store)) {
    const there = theirs.get(dev)
    if (there === undefined) continue
    // Of what is longer there it says a fork in the same reply.
    const same = there.seq > ours.seq ? ours : there
    const here =
      same.seq === ours.seq ? ours.hash : (await readHashes(db, store, dev, [same.seq])).get(same.seq)
    if (here === undefined || here === same.hash) agreed.set(dev, same)
  }
  return agreed
}
