import type { Page } from 'playwright-core'
import { joaquim } from '../../tests/e2e/screens/people.ts'
import type { Stage } from './stage.ts'

/** Screens that are a page of their own: what they are called here, where they are, and what tells that they are there. */
const PAGES: readonly (readonly [name: string, path: string, there: (page: Page) => Promise<void>])[] = [
  ['kitchen', '/kitchen', async (page) => page.getByRole('article').first().waitFor()],
  ['drawer', '/drawer', heading('Cash and day')],
  ['check-out', '/check-out', heading('Cash and day')],
  ['day', '/day', heading('Cash and day')],
  ['history', '/history', async (page) => page.getByRole('listitem').first().waitFor()],
  ['report', '/reports', async (page) => page.getByLabel('Figures').waitFor()],
  ['stock', '/stock', heading('Stock')],
  ['printing', '/printing', heading('Print queue')],
  ['devices', '/devices', heading('Devices')],
  ['set-aside', '/devices/aside', heading('Devices')],
  ...[
    'items',
    'categories',
    'groups',
    'import',
    'taxes',
    'prices',
    'discounts',
    'charges',
    'floor',
    'kitchen',
    'payments',
    'staff',
    'roles',
    'settings',
  ].map((section) => [`office-${section}`, `/office/${section}`, heading('Back office')] as const),
]

function heading(name: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole('heading', { name, level: 1 }).waitFor()
}

export async function shootPages(stage: Stage): Promise<void> {
  const page = await stage.page(joaquim)
  for (const [name, path, there] of PAGES) {
    await page.goto(stage.origin + path)
    await there(page)
    // What is still read shows nothing for a moment, then says so.
    await page
      .getByRole('status')
      .filter({ hasText: /^(Loading|One moment)/ })
      .waitFor({ state: 'hidden' })
    await stage.shoot(page, name)
  }
}
