import { businessDate } from '#domain/day/business-date.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { may } from '#domain/staff/rights.ts'
import type { Settings } from '#domain/store/settings.ts'
import type { Person } from '#auth/login.ts'
import { readSettings } from '#database/queries/records.ts'
import { readWaiting } from '#database/queries/unacknowledged.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Ask, Failure, Queries } from '#device/messages.ts'
import { lackedDate } from '#device/past.ts'
import { readSession } from '#device/sessions.ts'
import type { DeviceStore } from '#device/store.ts'
import { readCheckOutView } from './check-out-view.ts'
import { readDayCloseView } from './day-close-view.ts'
import { readDrawerView } from './drawer-view.ts'

type Name = 'drawer' | 'checkOut' | 'dayClose'
type Question = Extract<Ask, { kind: 'query'; name: Name }>

/** Drawers, check-outs and days, for the person who asks. */
export async function answerOfShifts(store: DeviceStore, ask: Question): Promise<Queries[Name]['result']> {
  const known = await readAsker(store, ask.params.token)
  if (!known.ok) return known
  const { person, settings } = known.value
  const { replica } = store
  const rights = await readRights(replica.db, replica.store, person.role)
  const now = store.now()
  const today = businessDate(now, settings.zone, settings.cutoverHour)
  if (ask.name !== 'drawer') {
    const date = ask.name === 'dayClose' ? (ask.params.date ?? today) : today
    const lacking = await lackedDate(store, date)
    if (lacking !== null) return err(lacking)
  }
  switch (ask.name) {
    case 'drawer':
      return ok(await readDrawerView(replica, today, rights))
    case 'checkOut':
      return ok(await readCheckOutView(replica, person.id, { settings, now, today }))
    case 'dayClose': {
      const own = await readWaitingHere(store)
      const asked = { date: ask.params.date ?? today, settings, own, now }
      return ok(await readDayCloseView(replica, asked, may(rights, 'read_x')))
    }
  }
}

interface Asker {
  readonly person: Person
  readonly settings: Settings
}

async function readAsker({ replica }: DeviceStore, token: string): Promise<Result<Asker, Failure>> {
  const person = await readSession(replica.db, replica.store, token)
  if (person === null) return err({ code: 'session_ended' })
  const settings = await readSettings(replica.db, replica.store)
  return settings === null ? err({ code: 'store_not_ready' }) : ok({ person, settings })
}

/** How many of this device's own events nobody else has. */
async function readWaitingHere({ replica, acknowledged }: DeviceStore): Promise<number> {
  const { store: inStore, cloud } = acknowledged()
  if (inStore === null && cloud === null) return 0
  const reached = Math.max(inStore ?? 0, cloud ?? 0)
  return (await readWaiting(replica.db, replica.store, replica.dev, reached)).count
}
