import { readScarceRows, readSentSince } from '#database/queries/scarce.ts'
import { addTea, NOON, openOrder, record, run, seeded, STORE, write } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const MINUTE = 60_000

export const scarceChecks: readonly DatabaseCheck[] = [
  {
    name: '[LEFT1] what is out or counted is read with its count, and the lines sent since by dish',
    run: async (source) => {
      const till = await seeded(source)
      const dish = { name: 'Bun', categoryId: 'hot', price: 100, active: true, available: true }
      await write(till, 'more', [
        record('menu_item', 'bun', { ...dish, position: 0, countdown: { qty: 3, at: NOON } }),
        record('menu_item', 'odd', { ...dish, position: 2, countdown: { qty: 'many', at: NOON } }),
        record('menu_item', 'out', { ...dish, position: 3, available: false }),
        record('menu_item', 'gone', { ...dish, position: 4, available: false, active: false }),
      ])
      const rows = async (): Promise<readonly string[]> =>
        (await readScarceRows(till.db, STORE)).map(
          ({ id, available, counted, counted_at: at }) => `${id} ${available} ${counted} ${at}`,
        )
      equal(await rows(), [`bun 1 3 ${NOON}`, 'out 0 null null'], 'out or counted')
      await write(till, 'stop', [record('menu_item', 'bun', { countdown: null })])
      equal(await rows(), ['out 0 null null'], 'no longer counted')
      equal(await readScarceRows(till.db, 'store-2'), [], 'of another store')

      await run(till, '1', openOrder('o1'))
      await run(till, '2', addTea('o1', 'before'))
      await run(till, '3', { type: 'send_order', orderId: 'o1' }, { now: NOON - MINUTE })
      await run(till, '4', addTea('o1', 'since', 2))
      await run(till, '5', { type: 'send_order', orderId: 'o1' }, { now: NOON })
      await run(till, '6', addTea('o1', 'waits'))
      const sent = async (id: string, store = STORE): Promise<readonly string[]> =>
        (await readSentSince(till.db, store, id, NOON)).map((item) => `${item.qty} ${item.id}`)
      equal(await sent('tea'), ['2 since'], 'sent since')
      equal([await sent('bun'), await sent('tea', 'store-2')], [[], []], 'of others')
    },
  },
]
