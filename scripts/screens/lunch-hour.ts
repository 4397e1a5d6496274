import { marta } from '../../tests/e2e/screens/people.ts'
import { Till } from '../../tests/e2e/screens/till.ts'
import { SIZES, Stage } from './stage.ts'

const SOLD: readonly (readonly string[])[] = [
  ['Francesinha', 'Cola'],
  ['Pastel de nata', 'Croissant'],
]
const SEATED: readonly (readonly [table: string, dishes: readonly string[]])[] = [
  ['Table 2', ['Flat white', 'House burger', 'Pastel de nata']],
  ['Table 5', ['Galão', 'Croissant', 'House burger']],
  ['Table 7', ['Espresso']],
]

/** Tables taken, tickets in the kitchen, some sales in the report. */
export async function openForLunch(origin: string): Promise<void> {
  const stage = await Stage.open(origin, SIZES[1], false)
  const till = new Till(await stage.page(marta))
  await till.floor.waitFor()
  for (const dishes of SOLD) {
    await till.newTakeaway()
    await till.add(...dishes)
    await till.goToPay()
    await till.payExact()
    await till.backToTables()
  }
  for (const [table, dishes] of SEATED) {
    await till.openTable(table)
    await till.add(...dishes)
    await till.send()
    await till.backToTables()
  }
  await till.safety.waitUntilInStore()
  await stage.context.close()
}
