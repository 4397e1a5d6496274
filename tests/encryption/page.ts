import type { Answer, Order } from './worker.ts'

declare global {
  interface Window {
    /** Has a worker of its own do something, and ends it there: whatever it had open is cut off, as by a crash. */
    inWorker: (order: Order) => Promise<Answer>
    /** What lies in a directory of this origin: SQLite's files by name, without the pool's own header. */
    readFiles: (directory: string) => Promise<Readonly<Record<string, string>>>
  }
}

window.inWorker = (order) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.postMessage(order)
  })

const HEADER = 4096
const NAME_MAX = 512

window.readFiles = async (directory) => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(directory)
  const files: Record<string, string> = {}
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
    const name = new TextDecoder().decode(bytes.subarray(0, NAME_MAX)).split('\0')[0] ?? ''
    if (name !== '') files[name.slice(1)] = latin1(bytes.subarray(HEADER))
  }
  return files
}

/** One sign a byte. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
