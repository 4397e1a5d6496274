import { rm } from 'node:fs/promises'
import { expect } from 'vitest'
import type { ConsoleMessage, Page } from 'playwright-core'
import { openProfile, type Profile, type ProfileOptions } from '../../support/browser.ts'
import type { Cafe } from '../../support/cafe.ts'
import { Safety } from './safety.ts'

/** What Chromium itself writes about a server that is not there. Nothing a page could keep it from writing. */
const NETWORK = /net::ERR_(CONNECTION|EMPTY_RESPONSE|FAILED|NETWORK|ABORTED)|WebSocket connection to '/

interface Problem {
  readonly text: string
  readonly whileDown: boolean
}

/** A till, phone or kitchen screen: a browser profile of its own, and everything that goes wrong on it. */
export class Device {
  readonly profile: Profile
  readonly origin: string
  readonly #problems: Problem[] = []
  #serverDown = false

  constructor(profile: Profile, origin: string) {
    this.profile = profile
    this.origin = origin
    profile.context.on('console', (message) => this.#onConsole(message))
    profile.context.on('weberror', (thrown) => this.#note(wordsOf(thrown.error())))
  }

  static async open(origin: string, options: ProfileOptions = {}): Promise<Device> {
    return new Device(await openProfile(options), origin)
  }

  /**
   * A tab of this device, in a window of its own: behind another one, Chromium paints it once a second. The empty
   * window the browser opened with stays: without any, Chromium would quit.
   */
  async tab(path = '/'): Promise<Page> {
    const page = await this.#window()
    await page.goto(this.origin + path)
    return page
  }

  async #window(): Promise<Page> {
    const { context } = this.profile
    const [first] = context.pages()
    if (first === undefined) return context.newPage()
    const devtools = await context.newCDPSession(first)
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      devtools.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
    ])
    await devtools.detach()
    return page
  }

  /** While this is on, failures of the network are no problem of ours. */
  expectOutage(down: boolean): void {
    this.#serverDown = down
  }

  /** Everything done meanwhile has arrived. */
  async reconnected(): Promise<void> {
    const pages = this.profile.context.pages().filter((page) => page.url().startsWith(this.origin))
    await Promise.all(pages.map((page) => new Safety(page).waitUntilInStore()))
    this.expectOutage(false)
  }

  /** Problems nobody expected since the last time this was asked. */
  takeProblems(): readonly string[] {
    const all = this.#problems.splice(0)
    return all.filter((problem) => !isOutage(problem)).map(({ text }) => text)
  }

  async close(): Promise<void> {
    await this.profile.context.close()
    await rm(this.profile.directory, { recursive: true, force: true })
  }

  #onConsole(message: ConsoleMessage): void {
    if (message.type() === 'error') this.#note(`${message.text()} (${message.location().url})`)
  }

  #note(text: string): void {
    this.#problems.push({ text, whileDown: this.#serverDown })
  }
}

/** What is thrown need not be an error, and then has no stack: its words, whatever there is. */
function wordsOf(thrown: Error): string {
  return thrown.stack === undefined || thrown.stack === ''
    ? `${thrown.name}: ${thrown.message}`
    : thrown.stack
}

function isOutage({ text, whileDown }: Problem): boolean {
  return whileDown && NETWORK.test(text)
}

/** Devices that a file's tests share. */
export class Devices {
  readonly #all: Device[] = []

  async open(origin: string, options: ProfileOptions = {}): Promise<Device> {
    const device = await Device.open(origin, options)
    this.#all.push(device)
    return device
  }

  /** One of them is lost, with all it held. */
  async lose(device: Device): Promise<void> {
    expect(device.takeProblems()).toEqual([])
    this.#all.splice(this.#all.indexOf(device), 1)
    await device.close()
  }

  /** No test may leave an error on any screen. */
  expectNoProblems(): void {
    expect(this.#all.flatMap((device) => device.takeProblems())).toEqual([])
  }

  /** Somebody pulls the server's plug, life goes on, and it comes back. */
  async whileServerIsDown(cafe: Cafe, during: () => Promise<void>): Promise<void> {
    this.expectOutage(true)
    await cafe.stopServer()
    try {
      await during()
    } finally {
      await cafe.startServer()
      await this.reconnected()
    }
  }

  expectOutage(down: boolean): void {
    for (const device of this.#all) device.expectOutage(down)
  }

  async reconnected(): Promise<void> {
    for (const device of this.#all) await device.reconnected()
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((device) => device.close()))
  }
}
