import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { people } from '#demo/people.ts'
import type { ActionName, Actions, Ask, Queries, QueryName } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'
import { openProfile } from '../support/browser.ts'
import { installProbe } from './probe.ts'

/** One device of the café with somebody logged in: a real page, its worker within reach. */
export interface Station {
  readonly context: BrowserContext
  readonly page: Page
  readonly token: string
  /** Where touches of the glass go in. */
  readonly finger: CDPSession
  act<A extends ActionName>(name: A, params: Actions[A]['params']): Promise<Actions[A]['result']>
  query<Q extends QueryName>(name: Q, params: Queries[Q]['params']): Promise<Queries[Q]['result']>
  /** A command that must be accepted. */
  command(command: Command): Promise<void>
  /** Goes to another screen as a link would, without loading the page again. */
  go(path: string): Promise<void>
  close(): Promise<void>
}

const POLL_MS = 50
const PATIENCE_MS = 20_000

/** Pairs a new device with the demo café, logs its manager in and shows `path`. */
export async function openStation(origin: string, path: string): Promise<Station> {
  const { context } = await openProfile()
  // tsx wraps functions in this helper; pages do not have it.
  await context.addInitScript({ content: 'globalThis.__name ??= (of) => of' })
  await context.addInitScript(installProbe)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(origin)
  const ask = (one: Ask): Promise<unknown> => page.evaluate((asked) => bench.ask(asked), one)
  await until(
    async () => ((await ask({ kind: 'query', name: 'people', params: null })) as unknown[]).length > 0,
  )
  const manager = people.find(({ user }) => user.role === 'manager')
  if (manager === undefined) throw new Error('assertion failed: the demo has a manager')
  const params = { userId: manager.id, pin: manager.pin }
  const login = (await ask({ kind: 'action', name: 'login', params })) as Actions['login']['result']
  if (!login.ok) throw new Error(`assertion failed: the login was refused: ${login.error.code}`)
  const { token } = login.value
  const finger = await context.newCDPSession(page)
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await page.evaluate((value) => sessionStorage.setItem('comanda.session', value), token)
  await page.goto(origin + path)
  await page.locator('header nav').waitFor()
  return {
    context,
    page,
    token,
    finger,
    act: (name, params) => ask({ kind: 'action', name, params } as Ask) as Promise<never>,
    query: (name, params) => ask({ kind: 'query', name, params } as Ask) as Promise<never>,
    command: async (command) => {
      const action: Ask = {
        kind: 'action',
        name: 'command',
        params: { token, commandId: crypto.randomUUID(), command },
      }
      const result = (await ask(action)) as Actions['command']['result']
      if (!result.ok) throw new Error(`assertion failed: ${command.type} was refused: ${result.error.code}`)
    },
    go: (to) => page.evaluate((target) => history.pushState({}, '', target), to),
    close: () => context.close(),
  }
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > deadline) throw new Error('assertion failed: it took too long')
    await pause(POLL_MS)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** How long a finger rests on the glass in a tap; what the page does for the touch itself is done by then. */
const PRESS_MS = 60

/**
 * Taps the middle of what a locator finds, as a finger does: down, a moment, up. Nothing is checked or waited for in
 * between, and no mouse is moved across the page on the way. The click, and with it the measured time, begins when the
 * finger leaves the glass.
 */
export async function tapper({ page, finger }: Station, selector: string): Promise<() => Promise<void>> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`assertion failed: ${selector} is not on the screen`)
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return async () => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await pause(PRESS_MS)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
}
