import { databaseKeyOf } from '#database/cipher.ts'

/** Keeps this device's database key. */
export interface KeyKeeper {
  /** Null: there is none, or it cannot be unwrapped any more. */
  read(): Promise<KeptKey | null>
  /** A fresh random key, on the disk when this returns; nothing is encrypted with it yet. */
  make(): Promise<string>
  /** From now on the encrypted file is the device's database: on the disk when this returns. */
  markSealed(): Promise<void>
}

export interface KeptKey {
  readonly key: string
  /** False: the encrypted file is not finished, and the plain one still counts. */
  readonly sealed: boolean
}

interface Kept {
  /** Not extractable: scripts can use it in this browser profile, but not read it. */
  readonly wrapping: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  readonly wrapped: ArrayBuffer
  readonly sealed: boolean
}

const DATABASE = 'comanda-key'
const STORE = 'keys'
const ID = 'database'

/**
 * The database key, encrypted by a WebCrypto key that never leaves the browser, in IndexedDB. It keeps the key out of
 * everybody's hands who gets the database's files but not the whole profile. [CRYPT6]
 */
export const browserKeys: KeyKeeper = {
  async read() {
    const kept = await readKept()
    if (kept === undefined) return null
    try {
      const key = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.wrapping, kept.wrapped)
      return { key: databaseKeyOf(new Uint8Array(key)), sealed: kept.sealed }
    } catch {
      return null
    }
  },

  async make() {
    const raw = crypto.getRandomValues(new Uint8Array(32))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, wrapping, raw)
    await writeKept({ wrapping, iv, wrapped, sealed: false })
    return databaseKeyOf(raw)
  },

  async markSealed() {
    const kept = await readKept()
    if (kept === undefined) throw new Error('assertion failed: a key is made before it is used')
    await writeKept({ ...kept, sealed: true })
  },
}

async function readKept(): Promise<Kept | undefined> {
  return inStore('readonly', (store) => store.get(ID) as IDBRequest<Kept | undefined>)
}

async function writeKept(kept: Kept): Promise<void> {
  await inStore('readwrite', (store) => store.put(kept, ID))
}

/** Strict: the transaction is flushed to the disk before it counts as done. */
async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase()
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error))
    })
    return request.result
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
