import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { inBulk, type Fact, type OpenPeer } from './peer.ts'

/** Yjs: a map of facts in memory, by its own state vectors and updates. */
export const openYjs: OpenPeer = async (folder) => {
  const file = join(folder, 'second.yjs')
  const first = new Y.Doc()
  let second = new Y.Doc()
  return {
    async fill(feed) {
      const facts = first.getMap<Fact>('facts')
      for (const page of inBulk(feed)) {
        first.transact(() => page.forEach((fact) => facts.set(fact.id, fact)))
      }
    },
    async sync() {
      const asked = Y.encodeStateVector(second)
      const update = Y.encodeStateAsUpdate(first, asked)
      Y.applyUpdate(second, update)
      return asked.byteLength + update.byteLength
    },
    count: async () => second.getMap('facts').size,
    putAway: () => writeFile(file, Y.encodeStateAsUpdate(second)),
    async reload() {
      second = new Y.Doc()
      Y.applyUpdate(second, await readFile(file))
      second.getMap('facts').keys().next()
    },
  }
}
