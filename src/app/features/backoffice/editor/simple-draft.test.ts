import { describe, expect, test } from 'vitest'
import { draftOfRecord, readSimple, type FieldSpec } from './simple-draft.ts'

const SPECS: readonly FieldSpec[] = [
  { kind: 'name', field: 'name', label: '' },
  { kind: 'text', field: 'address', label: '' },
  { kind: 'host', field: 'host', label: '' },
  { kind: 'zone', field: 'zone', label: '' },
  { kind: 'percent', field: 'ratePpm', label: '' },
  { kind: 'percents', field: 'tips', label: '', initial: [5, 10] },
  { kind: 'whole', field: 'port', label: '', min: 1, max: 65_535, initial: 9100 },
  { kind: 'flag', field: 'inclusive', label: '', initial: true },
  { kind: 'choice', field: 'columns', label: '', options: [], initial: '48', isNumber: true },
  { kind: 'choice', field: 'areaId', label: '', options: [], initial: '' },
  { kind: 'choice', field: 'printerId', label: '', options: [], initial: '', mayBeEmpty: true },
]

const RECORD = {
  id: 'x',
  name: 'One',
  address: '',
  host: '10.0.0.7',
  zone: 'Europe/Lisbon',
  ratePpm: 88_750,
  tips: [8, 12],
  port: 9100,
  inclusive: false,
  columns: 42,
  areaId: 'in',
  printerId: '',
}

describe('a form of plain fields', () => {
  test('[RECORD1] reads back what it shows', () => {
    const { id: _id, ...fields } = RECORD
    expect(draftOfRecord(SPECS, RECORD)).toMatchObject({
      ratePpm: '8.875',
      tips: '8, 12',
      port: '9100',
      columns: '42',
    })
    expect(readSimple(SPECS, draftOfRecord(SPECS, RECORD))).toEqual({ fields, errors: {} })
  })

  test('[RECORD2] [RECORD7] of something new asks for what it needs', () => {
    expect(readSimple(SPECS, draftOfRecord(SPECS, null)).errors).toEqual({
      name: 'nameMissing',
      host: 'hostMissing',
      zone: 'zoneBad',
      ratePpm: 'percentBad',
      areaId: 'choiceMissing',
    })
  })

  test.each([
    ['host', '8.8.8.8', 'hostPublic'],
    ['zone', 'Mars/Olympus', 'zoneBad'],
    ['ratePpm', '100.1', 'percentBad'],
    ['ratePpm', '-5', 'percentBad'],
    ['ratePpm', '1.23456', 'percentBad'],
    ['tips', '10, 5', 'percentsBad'],
    ['tips', 'ten', 'percentsBad'],
    ['tips', '1 2 3 4 5', 'percentsBad'],
    ['port', '0', 'numberBad'],
    ['port', '65536', 'numberBad'],
    ['port', '9100.5', 'numberBad'],
    ['port', '', 'numberBad'],
  ] as const)('[RECORD2] says what is wrong with %s "%s"', (field, typed, wrong) => {
    const draft = { ...draftOfRecord(SPECS, RECORD), [field]: typed }
    expect(readSimple(SPECS, draft).errors).toEqual({ [field]: wrong })
  })

  test.each([
    ['0', 0],
    ['23', 230_000],
    ['8,875', 88_750],
    ['100', 1_000_000],
  ] as const)('[TAX1] keeps %s percent exactly', (typed, ppm) => {
    const draft = { ...draftOfRecord(SPECS, RECORD), ratePpm: typed }
    expect(readSimple(SPECS, draft).fields['ratePpm']).toBe(ppm)
    expect(draftOfRecord(SPECS, { ...RECORD, ratePpm: ppm })['ratePpm']).toBe(typed.replace(',', '.'))
  })
})
