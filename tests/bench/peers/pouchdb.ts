import { join } from 'node:path'
import PouchDB from 'pouchdb-node'
import { inBulk, type OpenPeer } from './peer.ts'

/** PouchDB: documents in LevelDB, by its own replication. Both are in one process: nothing is written to a line. */
export const openPouchDb: OpenPeer = async (folder) => {
  const first = new PouchDB(join(folder, 'first'))
  let second = new PouchDB(join(folder, 'second'))
  let any = ''
  return {
    async fill(feed) {
      for (const page of inBulk(feed)) {
        await first.bulkDocs(page.map(({ id, ...fact }) => ({ _id: id, ...fact })))
        any = page[0]?.id ?? any
      }
    },
    async sync() {
      await PouchDB.replicate(first, second, { batch_size: 500 })
      return null
    },
    count: async () => (await second.info()).doc_count,
    putAway: () => second.close(),
    async reload() {
      second = new PouchDB(join(folder, 'second'))
      await second.get(any)
    },
  }
}
