import type { DemoRecord } from './record.ts'

export type StationId = 'station-kitchen' | 'station-bar'

const NAMES: { readonly [id in StationId]: string } = {
  'station-kitchen': 'Kitchen',
  'station-bar': 'Bar',
}

export const stations: readonly DemoRecord[] = Object.entries(NAMES).map(([id, name], position) => ({
  type: 'station',
  id,
  fields: { name, position, active: true },
}))
