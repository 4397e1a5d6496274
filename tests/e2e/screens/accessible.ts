import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SOON } from './patience.ts'

/** What a colour can break. All else is the same page in the dark, and was looked at in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** The least a finger hits without looking; half a pixel is rounding. */
const TARGET_PX = 43.5

/** Axe finds nothing to mend on what the page shows now, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = []
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page is told of the change a moment later than its own media queries know.
    const painted = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    await expect.poll(painted, SOON).toBe(colorScheme)
    // A colour half way to another one is nobody's choice.
    await expect.poll(() => page.evaluate(() => document.getAnimations().length), SOON).toBe(0)
    const violations = await page.evaluate(faults, colorScheme === 'dark' ? OF_COLOUR : null)
    if (colorScheme === 'light') found.push(...(await page.evaluate(smallTargets, TARGET_PX)))
    found.push(...violations.map((violation) => `${colorScheme} ${violation}`))
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  expect(found).toEqual([])
}

/** In the page: buttons and links that a finger misses, in words. */
function smallTargets(least: number): readonly string[] {
  return [...document.querySelectorAll('button, a[href], select, summary')].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect()
    const isShown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1
    const isSmall = isShown && (width < least || height < least)
    return isSmall ? [`${Math.round(width)} × ${Math.round(height)} px: ${one.outerHTML.slice(0, 160)}`] : []
  })
}

/** In the page, which holds axe: what breaks a rule, in words; `rules` null: of all that there are. */
async function faults(rules: readonly string[] | null): Promise<readonly string[]> {
  const only = rules === null ? {} : { runOnly: [...rules] }
  const page = globalThis as typeof globalThis & { readonly axe: typeof axe }
  const { violations } = await page.axe.run(document, { resultTypes: ['violations'], ...only })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  )
}
