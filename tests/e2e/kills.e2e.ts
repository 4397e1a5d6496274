import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createRandom } from '../simulation/random.ts'
import { openProfile } from '../support/browser.ts'
import { readKilledFile, takeFromProfile } from '../support/kept-log.ts'
import { killBrowser } from '../support/kill-browser.ts'
import { startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { report, timesOf } from '../support/prove.ts'
import { Device } from './screens/device.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

const KILLS = timesOf(2)
const SEED = 2_612
const WORK_MAX_MS = 400
const TAP_EVERY_MS = 15

let server: KillableServer
let profile: string

beforeAll(async () => {
  server = await startStoreProcess()
  profile = mkdtempSync(join(tmpdir(), 'comanda-profile-'))
})

afterAll(async () => {
  await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  await server.kill()
})

it(
  '[SYNC4] a browser killed in the middle of taps, its server away, has every command that it answered',
  { timeout: 90_000 + KILLS * 20_000 },
  async () => {
    const random = createRandom(SEED)
    const answered = new Set<string>()
    await startOnce()
    await server.kill()
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { till, ended } = await openTill(answered)
      await till.newTakeaway()
      const before = answered.size
      await till.page.evaluate(tapWithoutEnd, TAP_EVERY_MS)
      await vi.waitUntil(() => answered.size > before + 5, { timeout: 20_000, interval: 5 })
      await setTimeout(random.int(0, WORK_MAX_MS))
      killBrowser(profile)
      await ended
      expect(lost(answered)).toEqual([])
    }
    // And the next start goes on with all of it, up to the store.
    server = await startStoreProcess(server)
    const device = new Device(await openProfile({ directory: profile }), server.origin)
    const till = new Till(await device.tab())
    await till.login.as(marta)
    await till.safety.waitUntilInStore()
    await device.profile.context.close()
    await server.kill()
    const { actions } = readKilledFile(join(server.dataDir, 'comanda.db'))
    expect([...answered].filter((id) => !actions.has(id))).toEqual([])
    report(`Chromium: ${KILLS} kills, ${answered.size} commands answered, none lost`)
  },
)

/** The till is paired, and starts without its server from now on. */
async function startOnce(): Promise<void> {
  const device = new Device(await openProfile({ directory: profile }), server.origin)
  const till = new Till(await device.tab())
  await till.login.as(marta)
  await till.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await till.safety.waitUntilInStore()
  await device.profile.context.close()
}

/** A till that tells of each command the device has answered with "done", in the moment it hears it. */
async function openTill(answered: Set<string>): Promise<{ till: Till; ended: Promise<unknown> }> {
  const { context } = await openProfile({ directory: profile })
  await context.exposeFunction('heardDone', (id: string) => void answered.add(id))
  await context.addInitScript(tellWhatIsDone)
  const page: Page = await context.newPage()
  await page.goto(server.origin)
  const till = new Till(page)
  await till.login.as(marta)
  await till.floor.waitFor()
  return { till, ended: once(context as never, 'close') }
}

/** In the page: listens to what screens ask and what the device's worker answers. */
function tellWhatIsDone(): void {
  const asked = new Map<number, string>()
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }: MessageEvent) => {
        const id = data.kind === 'answer' && data.result?.ok === true ? asked.get(data.id) : undefined
        if (id !== undefined) (globalThis as unknown as { heardDone(id: string): void }).heardDone(id)
      })
    }

    override postMessage(message: never): void {
      const { id, ask } = message as { id: number; ask?: { name: string; params: { commandId: string } } }
      if (ask?.name === 'command') asked.set(id, ask.params.commandId)
      super.postMessage(message)
    }
  }
}

/** In the page: quick hands, and more than one dish, so that lines are added and counted up. */
function tapWithoutEnd(everyMs: number): void {
  let n = 0
  setInterval(() => {
    const dishes = [...document.querySelectorAll('button')].filter(({ innerText }) =>
      /^(Espresso|Croissant|Cola)\s*€/m.test(innerText),
    )
    dishes[n % dishes.length]?.click()
    n += 1
  }, everyMs)
}

/** Commands that were answered and are not in the dead browser's file. */
function lost(answered: ReadonlySet<string>): readonly string[] {
  const { actions } = readKilledFile(takeFromProfile(profile, mkdtempSync(join(tmpdir(), 'comanda-killed-'))))
  return [...answered].filter((id) => !actions.has(id))
}
