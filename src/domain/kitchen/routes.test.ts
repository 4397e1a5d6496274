import { describe, expect, test } from 'vitest'
import { paperStationOf, paperStations } from './routes.ts'

const kitchen = {
  id: 'k',
  name: 'Kitchen',
  position: 1,
  active: true,
  output: 'paper',
  printerId: 'p1',
} as const
const bar = { id: 'b', name: 'Bar', position: 0, active: true, output: 'both', printerId: 'p2' } as const
const pastry = { id: 'x', name: 'Pastry', position: 2, active: true } as const

const of = (stationId: string, stations = [kitchen, bar, pastry] as const) =>
  paperStationOf({ stationId }, stations, paperStations(stations))?.id ?? null

describe('where a line is printed', () => {
  test('[ROUTE1] only stations in use that read paper and have a printer print, in their order', () => {
    const not = [
      { ...kitchen, id: 'gone', active: false },
      { ...kitchen, id: 'screen', output: 'screen' },
      { ...kitchen, id: 'none', printerId: '' },
    ] as const
    expect(paperStations([kitchen, pastry, ...not, bar]).map(({ id }) => id)).toEqual(['b', 'k'])
    expect(paperStations([pastry])).toEqual([])
  })

  test('[ROUTE1] a station is no backup of its own printer', () => {
    const backup = (backupPrinterId: string) =>
      paperStations([{ ...kitchen, backupPrinterId }])[0]?.backupPrinterId
    expect([backup('p1'), backup('p2')]).toEqual(['', 'p2'])
  })

  test('[ROUTE1] a line goes to its own station, and to no paper where that one has a screen, or it is made nowhere', () => {
    expect(['k', 'b', 'x', ''].map((id) => of(id))).toEqual(['k', 'b', null, null])
  })

  test('[ROUTE2] a line of a station that is gone goes to the first that prints', () => {
    expect(of('unknown')).toBe('b')
    expect(paperStationOf({ stationId: 'unknown' }, [pastry], [])).toBeNull()
  })
})
