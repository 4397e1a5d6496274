/**
 * `npm run screens`: every screen of the demo café at three sizes, light and dark, as pictures in ./screens.
 * `npm run screens -- --docs` also renews the README's two pictures.
 */
import { mkdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { people } from '../src/demo/people.ts'
import { Login } from '../tests/e2e/screens/login.ts'
import { Till } from '../tests/e2e/screens/till.ts'
import { openProfile } from '../tests/support/browser.ts'
import { openCafe, type Cafe } from '../tests/support/cafe.ts'
import { buildScreens, screensAreStale } from './build-screens.ts'

const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'tablet', width: 1024, height: 768 },
  { name: 'desktop', width: 1440, height: 900 },
] as const

type Size = (typeof SIZES)[number]

const OUT = 'screens'
const [marta, tomas, leonor] = people

mkdirSync(OUT, { recursive: true })
if (screensAreStale()) await buildScreens()
const cafe = await openCafe()
await openForService(cafe)
for (const size of SIZES) {
  for (const dark of [false, true]) await shootAll(cafe, size, dark)
}
await cafe.close()
if (process.argv.includes('--docs')) {
  mkdirSync('docs/pictures', { recursive: true })
  await copyFile(`${OUT}/order-tablet-light.png`, 'docs/pictures/till.png')
  await copyFile(`${OUT}/kitchen-tablet-light.png`, 'docs/pictures/kitchen.png')
}

/** A lunch hour: tables taken, tickets in the kitchen, some sales in the report. */
async function openForService({ origin }: Cafe): Promise<void> {
  const { context } = await openProfile()
  const till = await openTill(await context.newPage(), origin, marta)
  const sold = [['Espresso', 'Flat white'], ['Galão']]
  for (const names of sold) {
    await till.newTakeaway()
    await till.add(...names)
    await till.goToPay()
    await till.payExact()
    await till.backToTables()
  }
  const tables: readonly (readonly [string, readonly string[]])[] = [
    ['Table 2', ['Flat white', 'House burger', 'Pastel de nata']],
    ['Table 5', ['Galão', 'Croissant', 'House burger']],
    ['Table 7', ['Espresso']],
  ]
  for (const [table, names] of tables) {
    await till.openTable(table)
    await till.add(...names)
    await till.send()
    await till.backToTables()
  }
  await till.safety.waitUntilInStore()
  await context.close()
}

async function openTill(
  page: Page,
  origin: string,
  person: (typeof people)[number] | undefined,
): Promise<Till> {
  if (person === undefined) throw new Error('the demo café has no people')
  await page.goto(`${origin}/`)
  const till = new Till(page)
  await till.login.as(person)
  await till.floor.waitFor()
  return till
}

async function shootAll({ origin }: Cafe, size: Size, dark: boolean): Promise<void> {
  const { context } = await openProfile({ width: size.width, height: size.height, dark })
  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({
      path: `${OUT}/${name}-${size.name}-${dark ? 'dark' : 'light'}.png`,
      animations: 'disabled',
    })
  }
  const page = await context.newPage()
  await page.goto(`${origin}/`)
  const login = new Login(page)
  await login.title.waitFor()
  await shoot(page, 'people')
  if (tomas !== undefined) await login.choose(tomas)
  await shoot(page, 'pin')
  const till = await openTill(page, origin, tomas)
  await shoot(page, 'floor')
  await till.safety.details()
  await shoot(page, 'safety')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Table 2\b/ })
    .first()
    .click()
  await page.waitForFunction(() =>
    [...document.images].every(
      (one) => one.naturalWidth > 0 || one.getBoundingClientRect().top > innerHeight,
    ),
  )
  await shoot(page, 'order')
  if (size.name === 'phone') await page.getByRole('button', { name: /^Show order/ }).click()
  await shoot(page, 'slip')
  await till.goToPay()
  await shoot(page, 'pay')
  const kitchen = await context.newPage()
  await kitchen.goto(`${origin}/kitchen`)
  if (tomas !== undefined) await new Login(kitchen).as(tomas)
  await kitchen.getByRole('article').first().waitFor()
  await shoot(kitchen, 'kitchen')
  const report = await context.newPage()
  await report.goto(`${origin}/reports`)
  if (leonor !== undefined) await new Login(report).as(leonor)
  await report.getByLabel('Figures').waitFor()
  await shoot(report, 'report')
  await context.close()
}
