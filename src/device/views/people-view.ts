import type { Person } from '#auth/login.ts'
import { readLockS } from '#auth/login.ts'
import { readRecord, readRecords } from '#database/queries/records.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Replica } from '#sync/replica.ts'
import type { PersonView, SessionView } from '#device/messages.ts'
import type { StaffView } from '#device/messages/office-views.ts'

type Here = Pick<Replica, 'db' | 'store'>

/** Who may log in. */
export async function readPeopleView(here: Here): Promise<readonly PersonView[]> {
  const staff = await readPeople(here)
  return staff.filter(({ active }) => active).map(({ person }) => person)
}

/** Everybody, those who left last. `now` by this device's own clock, which its lock counts by. */
export async function readStaffView(here: Here, now: number): Promise<readonly StaffView[]> {
  const staff: StaffView[] = []
  for (const { person, active, user } of await readPeople(here)) {
    staff.push({ ...person, active, lockedForS: await readLockS(here.db, here.store, user, now) })
  }
  return staff.toSorted((a, b) => Number(b.active) - Number(a.active))
}

/** Somebody who is logged in, with what their role may do now. */
export async function readSessionView({ db, store }: Here, { id, name, role }: Person): Promise<SessionView> {
  const made = await readRecord(db, store, 'role', role)
  return { id, name, role, roleName: made?.name ?? '', rights: await readRights(db, store, role) }
}

async function readPeople({ db, store }: Here) {
  const made = new Map((await readRecords(db, store, 'role')).map(({ id, name }) => [id, name]))
  return (await readRecords(db, store, 'user'))
    .map((user) => {
      const { id, name, role, active } = user
      return { user, active, person: { id, name, role, roleName: made.get(role) ?? '' } }
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name))
}
