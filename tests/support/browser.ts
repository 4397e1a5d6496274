import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'

// A closed network answers Chromium's own housekeeping with refusals; none of it belongs to the test.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

export interface Profile {
  /** The folder of the profile: opening it again is the same device after a restart. */
  readonly directory: string
  readonly context: BrowserContext
}

export interface ProfileOptions {
  readonly directory?: string
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** More of Chromium's own switches. */
  readonly args?: readonly string[]
}

/** A browser profile of its own: its own storage, so its own device. Real disk, real OPFS. */
export async function openProfile(options: ProfileOptions = {}): Promise<Profile> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'comanda-profile-'))
  const context = await chromium.launchPersistentContext(directory, {
    executablePath: findChromium(),
    headless: true,
    args: [...ARGS, ...(options.args ?? [])],
    viewport: { width: options.width ?? 1024, height: options.height ?? 768 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(30_000)
  return { directory, context }
}
