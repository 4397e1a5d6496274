/**
 * `npm run screens`: every screen of the demo café at three sizes, light and dark, as pictures in ./screens.
 * `npm run screens -- --docs` also renews the README's two pictures.
 */
import { mkdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { openCafe } from '../tests/support/cafe.ts'
import { buildScreens, screensAreStale } from './build-screens.ts'
import { openForLunch } from './screens/lunch-hour.ts'
import { shootPages } from './screens/page-shots.ts'
import { OUT, SIZES, Stage } from './screens/stage.ts'
import { shootTill } from './screens/till-shots.ts'

mkdirSync(OUT, { recursive: true })
if (screensAreStale()) await buildScreens()
const cafe = await openCafe()
await openForLunch(cafe.origin)
for (const size of SIZES) {
  for (const dark of [false, true]) {
    const stage = await Stage.open(cafe.origin, size, dark)
    await shootTill(stage)
    await shootPages(stage)
    await stage.context.close()
  }
}
await cafe.close()
if (process.argv.includes('--docs')) {
  mkdirSync('docs/pictures', { recursive: true })
  await copyFile(`${OUT}/order-tablet-light.png`, 'docs/pictures/till.png')
  await copyFile(`${OUT}/kitchen-tablet-light.png`, 'docs/pictures/kitchen.png')
}
