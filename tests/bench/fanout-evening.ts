import { join } from 'node:path'
import type { Heads } from '#database/journal.ts'
import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { nativeKeys } from '#server/auth/native-keys.ts'
import { openTokens } from '#server/auth/tokens.ts'
import { openStore, record } from '#server/store.ts'
import { openDeviceKeys } from '#sync/device-keys.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { isUrgent } from '#sync/urgency.ts'
import { startStoreProcess } from '../support/killable-hub.ts'
import { copy, openAt } from './copies.ts'
import { serveOrder } from './feed.ts'

const BETWEEN_COMMANDS_MS = 1_000
const MARTA = { id: 'user-marta', role: 'waiter' } as const

/** A device the hub knows, with its token. */
export interface Member {
  readonly dev: string
  readonly token: string
}

/** What one device sends at once. */
export interface Frame {
  readonly dev: string
  readonly events: readonly Envelope[]
}

/** A hub's data folder, devices it knows, and what they will send, in turn. */
export interface Evening {
  readonly dataDir: string
  readonly store: string
  readonly members: readonly Member[]
  /** The café, which all of them have. */
  readonly heads: Heads
  readonly frames: readonly Frame[]
}

/** Signed orders of every device, made ahead by real commands and cut into frames as a device cuts them. */
export async function planEvening(devices: number, events: number): Promise<Evening> {
  const first = await startStoreProcess({})
  await first.kill()
  const { dataDir, store } = first
  const memory = await openAt(':memory:')
  const signing = await openDeviceKeys(memory, nativeKeys)
  const devs: string[] = []
  for (let n = 0; n < devices; n += 1) devs.push(await signing.newDevice())
  let now = Date.now()
  const clock = { wall: () => now, offset: () => 0 }
  const writers = devs.map((dev) => createReplica({ store, dev, database: memory, clock, signing }))
  const [any] = writers
  if (any === undefined) throw new Error('assertion failed: there are devices')
  const members = await takeIn(dataDir, devs, any)
  const heads = await any.heads()
  const share = Math.ceil(events / devices)
  const logs: (readonly Frame[])[] = []
  for (const writer of writers) {
    logs.push(await framesOf(writer, share, () => (now += BETWEEN_COMMANDS_MS)))
  }
  await memory.close()
  return { dataDir, store, members, heads, frames: inTurn(logs) }
}

/** Pairing has a limit a minute; here the hub's own data says that they are its devices. */
async function takeIn(dataDir: string, devs: readonly string[], to: Replica): Promise<readonly Member[]> {
  const database = await openAt(join(dataDir, 'comanda.db'))
  const { replica } = await openStore(database, async () => {})
  const drafts = devs.map((dev, n): Draft => {
    const letter = `Q${n}`
    const payload = { name: letter, letter, kind: 'device', pairedAt: Date.now(), active: true }
    return { ent: { type: 'device', id: dev }, event: { type: 'record_changed', payload } }
  })
  await record(replica, drafts)
  await copy(replica, to)
  const tokens = await openTokens(database)
  const members = await Promise.all(
    devs.map(async (dev) => ({ dev, token: await tokens.forDevice(replica.store, dev) })),
  )
  await database.close()
  return members
}

/** What nobody waits for goes with the next thing somebody does wait for, as on a real device. */
async function framesOf(writer: Replica, events: number, tick: () => number): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  let waiting: readonly Envelope[] = []
  let written = 0
  const run = async (command: Command): Promise<void> => {
    const done = await runCommand(writer, { id: crypto.randomUUID(), actor: MARTA, command, now: tick() })
    if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
    written += done.value.length
    waiting = [...waiting, ...done.value]
    if (!isUrgent(done.value)) return
    frames.push({ dev: writer.dev, events: waiting })
    waiting = []
  }
  for (let n = 0; written < events; n += 1) await serveOrder(writer, n, run)
  return frames
}

function inTurn(logs: readonly (readonly Frame[])[]): readonly Frame[] {
  const longest = Math.max(...logs.map((log) => log.length))
  return Array.from({ length: longest }, (_, turn) => logs.flatMap((log) => log[turn] ?? [])).flat()
}
