import type { DemoRecord } from './record.ts'

interface Room {
  readonly id: string
  readonly name: string
  /** Name and seats of each table, in walking order. */
  readonly tables: readonly (readonly [name: string, seats: number])[]
}

const ROOMS: readonly Room[] = [
  {
    id: 'area-inside',
    name: 'Inside',
    tables: [
      ['1', 2],
      ['2', 2],
      ['3', 4],
      ['4', 4],
      ['5', 4],
      ['6', 6],
      ['7', 2],
      ['8', 8],
    ],
  },
  {
    id: 'area-terrace',
    name: 'Terrace',
    tables: [
      ['T1', 2],
      ['T2', 2],
      ['T3', 4],
      ['T4', 4],
      ['T5', 4],
      ['T6', 6],
    ],
  },
]

export const floor: readonly DemoRecord[] = ROOMS.flatMap(roomRecords)

function roomRecords(room: Room, position: number): readonly DemoRecord[] {
  const tables = room.tables.map(([name, seats], index): DemoRecord => ({
    type: 'table',
    id: `table-${name.toLowerCase()}`,
    fields: { name, areaId: room.id, seats, position: index, active: true },
  }))
  return [{ type: 'area', id: room.id, fields: { name: room.name, position, active: true } }, ...tables]
}
