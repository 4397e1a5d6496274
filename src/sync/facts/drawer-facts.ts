import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { readDrawer, readOpenShifts, readOpenShiftOf } from '#database/queries/shifts.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

/** How often a device may have taken on a new id. [FORK3] */
const LIVES_MAX = 10

/** The drawer session a command is about, or the one this device's cash goes to. */
export async function readDrawerOf(
  tx: Tx,
  store: string,
  dev: string,
  command: Command,
): Promise<Context['drawer']> {
  switch (command.type) {
    case 'move_cash':
    case 'count_drawer':
    case 'close_shift':
      return readDrawer(tx, store, command.shiftId)
    case 'open_shift': {
      const open = await readOpenShiftOf(tx, store, command.drawer)
      return open === null ? readDrawer(tx, store, command.shiftId) : readDrawer(tx, store, open)
    }
    // What lies in a drawer that is open here can still be taken back.
    case 'void_payment':
      return readOwnDrawer(tx, store, dev)
    case 'take_payment':
    case 'refund_payment':
      return command.method === 'cash' ? readOwnDrawer(tx, store, dev) : null
    default:
      return null
  }
}

/** A till's own drawer, whatever id it had when it was opened; for a device without one, the only one that is open. */
export async function readOwnDrawer(tx: Db | Tx, store: string, dev: string): Promise<Context['drawer']> {
  let id: string | undefined = dev
  for (let lives = 0; id !== undefined && lives < LIVES_MAX; lives += 1) {
    const own = await readOpenShiftOf(tx, store, id)
    if (own !== null) return readDrawer(tx, store, own)
    id = (await readRecord(tx, store, 'device', id))?.was
  }
  const [only, another] = await readOpenShifts(tx, store)
  return only === undefined || another !== undefined ? null : readDrawer(tx, store, only.id)
}
