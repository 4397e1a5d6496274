import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { minor } from '#domain/money/money.ts'
import type { Drill } from '#domain/report/drill.ts'
import type { DrillOrder, DrillPage, DrillPlace } from '#domain/report/drill-view.ts'
import { requestFor } from '#device/server-requests.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { closed, DATE, fact, opened, saleOf, taken } from '../support/facts.ts'
import { chain } from '../support/replicas.ts'
import { shiftOpened, soldPayment } from '../support/shift-facts.ts'

const NOON = Date.UTC(2026, 10, 20, 12)
const SOLD = 90
const RANGE = { from: DATE, to: DATE }
const CASH: Drill = { table: 'methods', key: 'cash' }

let api: TestApi

/** Every third order is paid in cash. */
function sold(n: number): readonly Draft[] {
  const [order, payment] = [`o${n}`, `p${n}`]
  const method = n % 3 === 0 ? 'cash' : 'card'
  const total = 100 + n
  const sale = saleOf({
    closeId: payment,
    closedAt: NOON + n,
    total: minor(total),
    net: minor(total),
    payments: [soldPayment(payment, total, method, {})],
  })
  return [
    opened({ businessDate: DATE }, order),
    taken(payment, total, method, { orderId: order, businessDate: DATE }),
    closed(sale, order),
  ]
}

beforeAll(async () => {
  api = await openApi()
  const drafts = [
    fact('shift', 'drawer', shiftOpened({ openedAt: NOON })),
    ...Array.from({ length: SOLD }, (_, n) => sold(n)).flat(),
  ]
  const { replica } = api.services.hub
  const events = chain(
    'till',
    drafts.map(({ ent, event }, n) => ({
      hlc: hlcOf(1 + n, 0),
      entType: ent.type,
      entId: ent.id,
      type: event.type,
      payload: canonicalJson(event.payload),
      store: replica.store,
    })),
  )
  expect((await replica.ingest(events, NOON)).accepted).toHaveLength(drafts.length)
})
afterAll(() => api.close())

async function page(after: DrillPlace | null, drill = CASH): Promise<DrillPage> {
  const { method, path } = requestFor({ name: 'drill', params: { range: RANGE, drill, after } })
  const authorization = `Bearer ${await api.userToken('user-joaquim')}`
  const answer = await api.app.inject({ method, url: path, headers: { authorization } })
  expect(answer.statusCode).toBe(200)
  return answer.json<DrillPage>()
}

describe('[REPORT7] [REPORT10] the server’s orders behind a figure', () => {
  it('come a page at a time, the newest first, and are all there are', async () => {
    const orders: DrillOrder[] = []
    let next: DrillPlace | null = null
    do {
      const { orders: some, next: then }: DrillPage = await page(next)
      orders.push(...some)
      next = then
    } while (next !== null)
    const wanted = Array.from({ length: SOLD / 3 }, (_, n) => SOLD - 3 - 3 * n)
    expect(orders.map(({ orderId }) => orderId)).toEqual(wanted.map((n) => `o${n}`))
    expect(orders.map(({ part }) => part.amount)).toEqual(wanted.map((n) => 100 + n))
  })

  it('of a row with any letters in its name', async () => {
    const drill: Drill = {
      table: 'voids',
      key: JSON.stringify(['unmade', 'Café & Co?', '#1 = 100 %', 'a', 'b']),
    }
    expect(await page(null, drill)).toMatchObject({ orders: [] })
  })

  it.each([
    'table=nonsense&key=cash',
    'table=methods',
    'table=methods&key=cash&among=sold&at=soon',
    'table=methods&key=cash&among=sold',
  ])('%s is refused', async (query) => {
    const token = await api.userToken('user-joaquim')
    const url = `/api/reports/orders?from=${DATE}&to=${DATE}&${query}`
    const answer = await api.app.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.statusCode).toBe(400)
  })
})
