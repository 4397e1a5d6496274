import { join } from 'node:path'
import { createMergeableStore, type MergeableStore } from 'tinybase'
import { createFilePersister } from 'tinybase/persisters/persister-file'
import { createCustomSynchronizer, type Receive, type Synchronizer } from 'tinybase/synchronizers'
import { inBulk, type OpenPeer } from './peer.ts'
import { soon } from '../node-device.ts'

const PATIENCE_S = 60
/** What TinyBase's own WebSocket line writes for a value that JSON does not have. */
const UNDEFINED = '\uFFFC'

/** TinyBase: a mergeable store in memory, by its own synchronizer, every message written as JSON and read again. */
export const openTinyBase: OpenPeer = async (folder) => {
  const file = join(folder, 'second.json')
  const first = createMergeableStore('first')
  let second = createMergeableStore('second')
  let events = 0
  return {
    async fill(feed) {
      for (const page of inBulk(feed)) {
        first.transaction(() => page.forEach((fact) => first.setRow('facts', fact.id, fact)))
      }
      events = first.getRowCount('facts')
    },
    async sync() {
      const line = createLine()
      const ends = [line.connect('first', first), line.connect('second', second)]
      // Both at once: the one that asks before the other listens would wait for its answer in vain.
      await Promise.all(ends.map((end) => end.startSync()))
      await soon(() => second.getRowCount('facts') === events)
      for (const end of ends) await end.destroy()
      return line.bytes()
    },
    count: async () => second.getRowCount('facts'),
    putAway: async () => void (await createFilePersister(second, file).save()),
    async reload() {
      second = createMergeableStore('second')
      await createFilePersister(second, file).load()
      if (second.getRowCount('facts') !== events) throw new Error('assertion failed: it is there again')
    },
  }
}

interface Line {
  connect(name: string, store: MergeableStore): Synchronizer
  bytes(): number
}

function createLine(): Line {
  const ends = new Map<string, Receive>()
  let bytes = 0
  return {
    connect: (name, store) =>
      createCustomSynchronizer(
        store,
        (to, requestId, message, body: unknown) => {
          const text = JSON.stringify([requestId, message, body], (_, value: unknown) => value ?? mark(value))
          bytes += Buffer.byteLength(text)
          setImmediate(() => {
            const [id, kind, content] = JSON.parse(text, (_, value: unknown) =>
              value === UNDEFINED ? undefined : value,
            ) as [string | null, Parameters<Receive>[2], unknown]
            for (const [end, receive] of ends) {
              if (end !== name && (to === null || to === end)) receive(name, id, kind, content)
            }
          })
        },
        (receive) => void ends.set(name, receive),
        () => void ends.delete(name),
        PATIENCE_S,
      ),
    bytes: () => bytes,
  }
}

function mark(value: unknown): unknown {
  return value === undefined ? UNDEFINED : value
}
