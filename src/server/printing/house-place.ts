import type { SpoolLog, SpoolPlace } from '#spool/ports.ts'
import { openLine } from './open-line.ts'
import { createPen } from './pen.ts'

/** The queue of the house's printers: those of the network, and of the server's own USB. */
export function housePlace(log: SpoolLog): SpoolPlace {
  return { owner: null, now: () => Date.now(), log, openLine, pen: createPen() }
}
