import { join } from 'node:path'
import { readHeads } from '#database/journal.ts'
import type { Database } from '#database/open.ts'
import { LARGE_PAGE_EVENTS_MAX } from '#database/pages.ts'
import { unpack } from '#link/packing.ts'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient, type Transport } from '#sync/client.ts'
import { requestSchema, replySchema } from '#sync/protocol.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { nativeSha256 } from '#server/sha256.ts'
import { packText } from '#server/sync/packing.ts'
import { copy, openAt } from '../copies.ts'
import { STORE } from '../feed.ts'
import type { OpenPeer } from './peer.ts'

/** This product: journal, fold and tables, on the disk before it is acknowledged; frames gzipped, as on the wire. */
export const openComanda: OpenPeer = async (folder) => {
  const file = join(folder, 'second.db')
  const first = replicaOn(await openAt(join(folder, 'first.db')), 'dev-bench-first')
  let database = await openAt(file)
  const second = replicaOn(database, 'dev-bench-second')
  let isThere = 0
  return {
    async fill({ cafe, pages }) {
      await first.ingest(cafe, Date.now())
      // Who syncs has a café; the work is what its devices did there.
      await copy(first, second)
      for (const page of pages) await first.ingest(page, Date.now())
      isThere = await countOf(database)
    },
    async sync() {
      const line = packedLine(first)
      const quiet = async (): Promise<void> => {}
      const ports = { replica: second, now: () => Date.now(), onReply: quiet, onEvents: () => {} }
      // As a hub asks its cloud.
      const client = createSyncClient({ ...ports, pageEvents: LARGE_PAGE_EVENTS_MAX })
      while (await client.step(line.transport));
      return line.bytes()
    },
    count: async () => (await countOf(database)) - isThere,
    putAway: () => database.close(),
    async reload() {
      database = await openAt(file)
      await readHeads(database.db, STORE)
      await database.db.selectFrom('orders').select('id').where('store', '=', STORE).limit(1).execute()
    },
  }
}

function replicaOn(database: Database, dev: string): Replica {
  return createReplica({
    store: STORE,
    dev,
    database,
    clock: { wall: () => Date.now(), offset: () => 0 },
    digest: nativeSha256,
  })
}

async function countOf({ db }: Database): Promise<number> {
  const heads = await readHeads(db, STORE)
  return [...heads.values()].reduce((sum, { seq }) => sum + seq, 0)
}

/** As a socket carries them: what was asked is small, and what is answered the server packs. */
function packedLine(server: Replica): { readonly transport: Transport; bytes(): number } {
  let bytes = 0
  const transport: Transport = {
    async exchange(request) {
      const text = JSON.stringify(request)
      bytes += text.length
      const asked = requestSchema.parse(JSON.parse(text))
      const answered = await answerExchange(server, 'store', asked, Date.now(), { wholeUpTo: Infinity })
      if (!answered.ok) throw new Error(answered.error.code)
      const packed = await packText(JSON.stringify(answered.value.reply))
      bytes += packed.byteLength
      return replySchema.parse(await unpack(packed))
    },
  }
  return { transport, bytes: () => bytes }
}
