import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as Automerge from '@automerge/automerge'
import { inBulk, type Fact, type OpenPeer } from './peer.ts'

interface Shared {
  facts: Record<string, Fact>
}

/** Automerge: a document of facts in memory, by its own sync protocol. */
export const openAutomerge: OpenPeer = async (folder) => {
  const file = join(folder, 'second.automerge')
  let first = Automerge.from<{ facts: Record<string, Fact> } & Record<string, unknown>>({ facts: {} })
  let second = Automerge.init<Shared>()
  return {
    async fill(feed) {
      for (const page of inBulk(feed)) {
        first = Automerge.change(first, (shared) => {
          for (const fact of page) shared.facts[fact.id] = fact
        })
      }
    },
    async sync() {
      let [ours, theirs] = [Automerge.initSyncState(), Automerge.initSyncState()]
      let bytes = 0
      for (;;) {
        const [nextTheirs, asked] = Automerge.generateSyncMessage(second, theirs)
        theirs = nextTheirs
        if (asked !== null) [first, ours] = Automerge.receiveSyncMessage(first, ours, asked)
        const [nextOurs, told] = Automerge.generateSyncMessage(first, ours)
        ours = nextOurs
        if (told !== null) [second, theirs] = Automerge.receiveSyncMessage(second, theirs, told)
        bytes += (asked?.byteLength ?? 0) + (told?.byteLength ?? 0)
        if (asked === null && told === null) return bytes
      }
    },
    count: async () => Object.keys(second.facts).length,
    putAway: () => writeFile(file, Automerge.save(second)),
    async reload() {
      second = Automerge.load<Shared>(await readFile(file))
      if (second.facts === undefined) throw new Error('assertion failed: it is there again')
    },
  }
}
