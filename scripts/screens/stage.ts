import type { BrowserContext, Page } from 'playwright-core'
import type { DemoPerson } from '../../src/demo/people.ts'
import { Login } from '../../tests/e2e/screens/login.ts'
import { openProfile } from '../../tests/support/browser.ts'

export const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'tablet', width: 1024, height: 768 },
  { name: 'desktop', width: 1440, height: 900 },
] as const

type Size = (typeof SIZES)[number]

/** Where the pictures are put. */
export const OUT = 'screens'

/** One device of one size, light or dark, and the camera before it. */
export class Stage {
  readonly origin: string
  readonly size: Size
  readonly dark: boolean
  readonly context: BrowserContext

  private constructor(origin: string, size: Size, dark: boolean, context: BrowserContext) {
    this.origin = origin
    this.size = size
    this.dark = dark
    this.context = context
  }

  static async open(origin: string, size: Size, dark: boolean): Promise<Stage> {
    const { context } = await openProfile({ width: size.width, height: size.height, dark })
    return new Stage(origin, size, dark, context)
  }

  /** A page of this device with somebody logged in. */
  async page(person: DemoPerson, path = '/'): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(this.origin + path)
    await new Login(page).as(person)
    return page
  }

  /** Once its pictures are there. */
  async shoot(page: Page, name: string): Promise<void> {
    await page.waitForFunction(() =>
      [...document.images].every((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        const inSight =
          bottom > 0 && top < innerHeight && one.checkVisibility({ contentVisibilityAuto: true })
        return one.naturalWidth > 0 || !inSight
      }),
    )
    await page.screenshot({
      path: `${OUT}/${name}-${this.size.name}-${this.dark ? 'dark' : 'light'}.png`,
      animations: 'disabled',
    })
  }
}
