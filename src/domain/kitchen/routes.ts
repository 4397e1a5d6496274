import type { Item } from '#domain/item/item.ts'
import type { Station } from './station.ts'

/** A station whose tickets come out on paper. */
export interface PaperStation {
  readonly id: string
  readonly name: string
  readonly printerId: string
  /** Empty: none. */
  readonly backupPrinterId: string
}

type StationRecord = Partial<Station> & { readonly id: string }

/** The stations that print, in their order; none in a house whose kitchen only has screens. [ROUTE1] */
export function paperStations(stations: readonly StationRecord[]): readonly PaperStation[] {
  return stations
    .filter(({ active, output, printerId }) => active === true && isPaper(output) && (printerId ?? '') !== '')
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, name = '', printerId = '', backupPrinterId = '' }) => ({
      id,
      name,
      printerId,
      backupPrinterId: backupPrinterId === printerId ? '' : backupPrinterId,
    }))
}

function isPaper(output: Station['output']): boolean {
  return output === 'paper' || output === 'both'
}

/**
 * The station on whose paper an item comes out; null: on none. An item that is made nowhere has no ticket, and one of
 * a station that is gone comes out at the first that prints: never nowhere. [ROUTE1] [ROUTE2]
 */
export function paperStationOf(
  { stationId }: Pick<Item, 'stationId'>,
  stations: readonly StationRecord[],
  paper: readonly PaperStation[],
): PaperStation | null {
  if (stationId === '') return null
  const own = paper.find(({ id }) => id === stationId)
  if (own !== undefined) return own
  const isThere = stations.some(({ id, active }) => id === stationId && active === true)
  return isThere ? null : (paper[0] ?? null)
}
