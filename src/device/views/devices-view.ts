import { z } from 'zod'
import { readRecords } from '#database/queries/records.ts'
import { renewalsOf } from '#domain/staff/change-device.ts'
import type { DeviceSeen, DevicesView, DeviceView } from '#device/messages/device-views.ts'
import type { DeviceStore } from '#device/store.ts'

const TIMEOUT_MS = 4_000

const about = z.object({
  app: z.string(),
  offset: z.number(),
  used: z.number().nullable(),
  quota: z.number().nullable(),
})

const listed = z.object({
  now: z.number(),
  origin: z.string().nullable(),
  trust: z.string().nullable(),
  devices: z.array(
    z.object({
      dev: z.string(),
      here: z.number(),
      head: z.number(),
      seenAt: z.number().nullable(),
      via: z.enum(['socket', 'http']).nullable(),
      about: about.nullable(),
    }),
  ),
})

type Listed = z.infer<typeof listed>

/** The store's devices: who they are is known here, how they are the server says, when it answers. [DEVICE3] */
export async function readDevicesView(store: DeviceStore): Promise<DevicesView> {
  const { replica } = store
  const answer = store.sync.link() === 'offline' ? null : await askServer(store)
  const seen = new Map((answer?.devices ?? []).map((one) => [one.dev, one]))
  const heads = await replica.heads()
  const records = await readRecords(replica.db, replica.store, 'device')
  const devices = records.map((record): DeviceView => ({
    id: record.id,
    name: record.name,
    letter: record.letter,
    kind: record.kind === 'server' ? 'server' : 'device',
    active: record.active,
    isThis: record.id === replica.dev,
    renewals: renewalsOf(record.id, records).map(({ name, letter }) => ({ name, letter })),
    here: heads.get(record.id)?.seq ?? 0,
    last: seenOf(seen.get(record.id)),
  }))
  return {
    reached: answer !== null,
    now: answer?.now ?? store.now(),
    origin: answer?.origin ?? null,
    trust: answer?.trust ?? null,
    devices: devices.toSorted(inOrder),
  }
}

/** This one, those that work, the servers, those that were revoked. */
function inOrder(a: DeviceView, b: DeviceView): number {
  const rank = ({ isThis, active, kind }: DeviceView): number =>
    isThis ? 0 : !active ? 3 : kind === 'server' ? 2 : 1
  return rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.letter < b.letter ? -1 : 1)
}

function seenOf(one: Listed['devices'][number] | undefined): DeviceSeen | null {
  if (one === undefined || one.seenAt === null || one.via === null) return null
  return {
    at: one.seenAt,
    via: one.via,
    lag: Math.max(0, one.head - one.here),
    app: one.about?.app ?? '',
    offsetMs: one.about?.offset ?? null,
    usedBytes: one.about?.used ?? null,
    quotaBytes: one.about?.quota ?? null,
  }
}

async function askServer({ origin, identity }: DeviceStore): Promise<Listed | null> {
  try {
    const response = await fetch(`${origin}/api/devices`, {
      headers: { authorization: `Bearer ${identity.token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.ok ? listed.parse(await response.json()) : null
  } catch {
    return null
  }
}
