import { expect, test } from 'vitest'
import { addTea, openOrder, pay } from '../../tests/contract/cafe.ts'
import { refusalForDate, refusalForPast, refusalForStock } from './past.ts'

const COMING = { code: 'history_coming', rule: 'SNAP6' }
const TODAY = '2026-11-20'

function past(over: {
  readonly today: boolean
  readonly coming: boolean
  readonly dates: readonly string[]
}) {
  const wanted: string[] = []
  return {
    wanted,
    hasToday: () => over.today,
    isComing: () => over.coming,
    holds: (date: string) => over.dates.includes(date),
    wantDate: async (date: string) => void wanted.push(date),
  }
}

test('[SNAP6] no number is given before today is here; what is open goes on', async () => {
  const early = past({ today: false, coming: true, dates: [] })
  expect(await refusalForPast(openOrder('o1'), early)).toEqual(COMING)
  expect(await refusalForPast(addTea('o1', 'i1'), early)).toBeNull()
  expect(await refusalForPast(pay('o1', 'p1', 250), early)).toBeNull()
  expect(await refusalForPast(openOrder('o1'), past({ today: true, coming: true, dates: [] }))).toBeNull()
})

test('[SNAP6] nobody checks out and no day is closed on figures that are not whole', async () => {
  const coming = past({ today: true, coming: true, dates: [TODAY] })
  const there = past({ today: true, coming: false, dates: [TODAY] })
  expect(await refusalForPast({ type: 'check_out', checkOutId: 'c1', declaredTips: 0 }, coming)).toEqual(
    COMING,
  )
  expect(await refusalForPast({ type: 'close_day', businessDate: TODAY }, coming)).toEqual(COMING)
  expect(await refusalForPast({ type: 'close_day', businessDate: TODAY }, there)).toBeNull()
})

test('[SNAP5] [SNAP6] a date that is not here is refused, and asked for', async () => {
  const there = past({ today: true, coming: false, dates: [TODAY] })
  expect(await refusalForPast({ type: 'close_day', businessDate: '2026-09-01' }, there)).toEqual(COMING)
  expect(await refusalForDate('2026-08-01', there)).toEqual(COMING)
  expect(await refusalForDate(TODAY, there)).toBeNull()
  expect(there.wanted).toEqual(['2026-09-01', '2026-08-01'])
})

test('[SNAP8] stock levels are told by whoever holds everything, and by nobody else', () => {
  expect(refusalForStock({ holdsStock: () => false })).toEqual({ code: 'stock_in_part', rule: 'SNAP8' })
  expect(refusalForStock({ holdsStock: () => true })).toBeNull()
})
