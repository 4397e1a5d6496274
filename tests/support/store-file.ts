import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

/** A running server's database, read from outside it: what it has really written down. */
export interface StoreFile {
  /** The payments of an order, by its number. */
  payments(orderNumber: string): readonly number[]
  events(): number
  /** What the server could not take for an event. */
  setAside(): number
  close(): void
}

export function openStoreFile(dataDir: string): StoreFile {
  const db = new Database(join(dataDir, 'comanda.db'), { readonly: true })
  const payments = db.prepare(
    `select payments.amount from payments join orders on orders.id = payments.order_id
      where orders.number = ? order by payments.id`,
  )
  const events = db.prepare('select count(*) from journal').pluck()
  const setAside = db.prepare('select count(*) from quarantine').pluck()
  return {
    payments: (orderNumber) =>
      (payments.all(orderNumber) as readonly { readonly amount: number }[]).map(({ amount }) => amount),
    setAside: () => Number(setAside.get()),
    events: () => Number(events.get()),
    close: () => void db.close(),
  }
}
