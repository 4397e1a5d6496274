import type { CDPSession, Locator, Page } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** A finger on the glass, as the browser hears of it: touches, and what it makes of them. */
export class Finger {
  readonly #glass: CDPSession

  private constructor(glass: CDPSession) {
    this.#glass = glass
  }

  static async on(page: Page): Promise<Finger> {
    const glass = await page.context().newCDPSession(page)
    await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    return new Finger(glass)
  }

  async tap(target: Locator): Promise<void> {
    await this.#down(await middleOf(target))
    await this.#up()
  }

  /** Stays down until `until` holds. */
  async hold(target: Locator, until: () => Promise<void>): Promise<void> {
    await this.#down(await middleOf(target))
    await until()
    await this.#up()
  }

  /** Pushes what is under it up. */
  async push(target: Locator, byPx: number): Promise<void> {
    const { x, y } = await middleOf(target)
    await this.#down({ x, y })
    const steps = 8
    for (let step = 1; step <= steps; step += 1) {
      await this.#touch('touchMove', [{ x, y: y - (byPx * step) / steps }])
    }
    await this.#up()
  }

  async #down(point: Point): Promise<void> {
    await this.#touch('touchStart', [point])
  }

  async #up(): Promise<void> {
    await this.#touch('touchEnd', [])
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#glass.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}

async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox()
  if (box === null) throw new Error(`${String(target)} is not on the screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
