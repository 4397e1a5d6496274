import { expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { STORE } from '../../tests/contract/cafe.ts'
import { openReplica } from '../../tests/support/replicas.ts'
import { createRenumbering } from './renumber.ts'

test('[FORK4] Zs and addenda that are written again are numbered by the new letter, an addendum under its Z', async () => {
  const { db } = await openReplica('till')
  const told = [
    ['day_closed', 'A-Z3'],
    ['day_addended', 'A-Z3+A1'],
    ['day_addended', 'A-Z3+A2'],
    ['day_addended', 'B-Z7+A4'],
    ['day_closed', 'A-Z4'],
  ] as const
  const numbers = await db.transaction().execute(async (tx) => {
    const payloadOf = createRenumbering(tx, STORE, 'C')
    const again: string[] = []
    for (const [type, number] of told) {
      const payload = JSON.stringify({ number, businessDate: '2026-11-20' })
      again.push((JSON.parse(await payloadOf({ type, payload } as Envelope)) as { number: string }).number)
    }
    return again
  })
  expect(numbers).toEqual(['C-Z1', 'C-Z1+C1', 'C-Z1+C2', 'B-Z7+C1', 'C-Z2'])
})
