import { expect, test } from 'vitest'
import { openOrder, run } from '../../../tests/contract/cafe.ts'
import { openReplica, seededReplica, journalOf } from '../../../tests/support/replicas.ts'
import { envelopeOf } from '#database/journal.ts'
import type { JournalRow } from '#database/schema.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

test('[ORDER8] two devices that sell before their own records have come share no number', async () => {
  const server = await seededReplica('server')
  const store = ((await journalOf(server.db)) as unknown as readonly JournalRow[]).map(envelopeOf)
  const numbers: string[] = []
  for (const dev of ['dev-0193-7f3a', 'dev-0193-7f3b']) {
    const fresh = await openReplica(dev)
    await fresh.ingest(store, NOON)
    await run(fresh, `open-${dev}`, openOrder(`order-${dev}`))
    const row = await fresh.db.selectFrom('orders').select('number').executeTakeFirstOrThrow()
    numbers.push(row.number)
  }
  expect(numbers).toEqual(['7F3A-001', '7F3B-001'])
})
