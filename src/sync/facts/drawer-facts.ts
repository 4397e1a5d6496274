import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { readDrawer, readOpenShifts, readOpenShiftOf } from '#database/queries/shifts.ts'
import type { Tx } from '#database/schema.ts'

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

/** A till's own drawer; for a device without one, the only one that is open. */
async function readOwnDrawer(tx: Tx, store: string, dev: string): Promise<Context['drawer']> {
  const own = await readOpenShiftOf(tx, store, dev)
  if (own !== null) return readDrawer(tx, store, own)
  const [only, another] = await readOpenShifts(tx, store)
  return only === undefined || another !== undefined ? null : readDrawer(tx, store, only.id)
}
