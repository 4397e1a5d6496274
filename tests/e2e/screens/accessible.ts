import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SOON } from './patience.ts'

/** What a colour can break. All else is the same page in the dark, and was looked at in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Axe finds nothing to mend on what the page shows now, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page is told of the change a moment later than its own media queries know.
    const painted = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    await expect.poll(painted, SOON).toBe(colorScheme)
    // A colour half way to another one is nobody's choice.
    await expect.poll(() => page.evaluate(() => document.getAnimations().length), SOON).toBe(0)
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(OF_COLOUR) : axe).analyze()
    for (const { id, nodes } of violations) {
      found.push(
        ...nodes.map(({ html, failureSummary = '' }) => `${colorScheme} ${id}: ${html} ${failureSummary}`),
      )
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  expect(found).toEqual([])
}
