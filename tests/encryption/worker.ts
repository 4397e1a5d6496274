import { openDatabase, type Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { browserKeys, type KeyKeeper } from '#device/key-keeper.ts'
import { isWrongKey, openOpfs } from '#device/sqlite/opfs.ts'
import { openDeviceFile, sealDeviceFile } from '#device/sqlite/sealed.ts'

export type Order =
  /** A text, written and committed; nothing is closed. */
  | { readonly do: 'write'; readonly directory: string; readonly key: string; readonly text: string }
  | { readonly do: 'read'; readonly directory: string; readonly key: string | null }
  /** As a device starts: whichever file counts. */
  | { readonly do: 'start'; readonly directory: string; readonly text?: string }
  | { readonly do: 'seal'; readonly directory: string; readonly dieAt: DieAt | null }
  | { readonly do: 'look at the key' }

export type DieAt = 'make' | 'mark' | 'marked'

export interface Answer {
  readonly text: string | null
  readonly sealed: boolean | null
  readonly problem: string | null
}

const NOTHING: Answer = { text: null, sealed: null, problem: null }

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  obey(data).then(
    (answer) => postMessage(answer),
    (error: unknown) => postMessage({ ...NOTHING, problem: String(error) }),
  )
})

async function obey(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'write':
      return write(await opened(await openOpfs(order.directory, order.key)), order.text)
    case 'read':
      return read(order.directory, order.key)
    case 'start':
      return start(order.directory, order.text)
    case 'seal':
      return seal(order.directory, order.dieAt)
    case 'look at the key':
      return lookAtKey()
  }
}

async function opened(source: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const result = await openDatabase(source)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function write({ db }: Database, text: string): Promise<Answer> {
  await writeLocal(db, '', 'text', text)
  return { ...NOTHING, text: await readLocal(db, '', 'text') }
}

async function read(directory: string, key: string | null): Promise<Answer> {
  try {
    const { db } = await opened(await openOpfs(directory, key))
    return { ...NOTHING, text: await readLocal(db, '', 'text') }
  } catch (error) {
    return { ...NOTHING, problem: isWrongKey(error) ? 'database_key_wrong' : String(error) }
  }
}

async function start(directory: string, text: string | undefined): Promise<Answer> {
  const file = await openDeviceFile(directory, browserKeys)
  if (!file.ok) return { ...NOTHING, problem: file.error.code }
  const database = await opened(file.value.source)
  if (text !== undefined) await writeLocal(database.db, '', 'text', text)
  return { ...NOTHING, sealed: file.value.sealed, text: await readLocal(database.db, '', 'text') }
}

async function seal(directory: string, dieAt: DieAt | null): Promise<Answer> {
  const dying: KeyKeeper = {
    read: browserKeys.read,
    make: () => (dieAt === 'make' ? death() : browserKeys.make()),
    markSealed: async () => {
      if (dieAt === 'mark') return death()
      await browserKeys.markSealed()
      return dieAt === 'marked' ? death() : undefined
    },
  }
  await sealDeviceFile(directory, dying)
  return NOTHING
}

/** The worker ends here, in the middle of it, with everything open. */
function death(): Promise<never> {
  postMessage({ ...NOTHING, problem: 'died' } satisfies Answer)
  return new Promise<never>(() => {})
}

/** Whether anything that a script can read out of IndexedDB is the key. */
async function lookAtKey(): Promise<Answer> {
  const kept = await browserKeys.read()
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('comanda-key')
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
  const record = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    const request = database.transaction('keys').objectStore('keys').get('database')
    request.addEventListener('success', () => resolve(request.result as Readonly<Record<string, unknown>>))
    request.addEventListener('error', () => reject(request.error))
  })
  const { wrapping, wrapped } = record
  const extractable = wrapping instanceof CryptoKey ? wrapping.extractable : true
  const bytes = wrapped instanceof ArrayBuffer ? hex(new Uint8Array(wrapped)) : ''
  if (extractable || kept === null || bytes === '' || bytes.includes(kept.key)) throw new Error('it is bare')
  return { ...NOTHING, text: kept.key }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
