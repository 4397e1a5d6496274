import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import type { Role } from '#domain/staff/permissions.ts'
import type { PinHasher } from '#auth/pin.ts'
import { openDatabase, type Database } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import type { Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { addTea, NOON, openOrder, record, replicaOn, run, seed, write } from '../../tests/contract/cafe.ts'
import { runAsked } from './run-asked.ts'

const ANA = { id: 'ana', name: 'Ana', role: 'waiter' } as const
const VOID: Command = { type: 'void_item', orderId: 'o1', itemId: 'i1', kind: 'unmade', reason: 'Wrong item' }
const RUI_MAY = {
  action: 'void_sent_item',
  amount: null,
  about: ['Tea'],
  approvers: [{ id: 'rui', name: 'Rui', role: 'manager', roleName: '' }],
}

/** Plain text for a hash: what is tested here is who asks whom, not argon2. */
const hasher: PinHasher = {
  hash: (pin) => Promise.resolve(pin),
  verify: (encoded, pin) => Promise.resolve(encoded === pin),
}

let database: Database
let replica: Replica

beforeEach(async () => {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  database = opened.value
  replica = replicaOn(database, 'till')
  await seed(replica)
  await write(replica, 'people', [
    user('bea', 'Bea', 'waiter', '1111'),
    user('rui', 'Rui', 'manager', '2222'),
    { ...user('zoe', 'Zoe', 'owner', '3333', false) },
  ])
  await run(replica, 'open', openOrder('o1'))
  await run(replica, 'add', addTea('o1', 'i1', 2))
  await run(replica, 'send', { type: 'send_order', orderId: 'o1' })
})

describe('a command that needs a yes', () => {
  test('[ROLE8] says what it needs, and who may give it', async () => {
    const refused = { ok: false, error: { code: 'approval_needed', rule: 'ROLE3', approval: RUI_MAY } }
    expect(await ask(VOID)).toEqual(refused)
  })

  test('[ROLE8] happens with the PIN of somebody who may, and names both', async () => {
    expect(await ask(VOID, { userId: 'rui', pin: '2222' })).toEqual({ ok: true, value: null })
    expect((await voids()).map((text) => JSON.parse(text) as unknown)).toMatchObject([
      { by: 'ana', approvedBy: 'rui', reason: 'Wrong item' },
    ])
  })

  test('[ROLE8] keeps no yes: the next one asks again', async () => {
    await run(replica, 'more', addTea('o1', 'i2'))
    await run(replica, 'send-more', { type: 'send_order', orderId: 'o1' })
    await ask(VOID, { userId: 'rui', pin: '2222' })
    expect(await ask({ ...VOID, itemId: 'i2' }, undefined, 'c2')).toMatchObject({
      error: { code: 'approval_needed' },
    })
  })

  test('[ROLE7] [ROLE8] is refused with the right PIN of somebody who may not, and of the one who asks', async () => {
    expect(await ask(VOID, { userId: 'bea', pin: '1111' })).toMatchObject({
      error: { code: 'not_allowed', rule: 'ROLE7' },
    })
    const manager = { id: 'rui', name: 'Rui', role: 'waiter' } as const
    expect(await ask(VOID, { userId: 'rui', pin: '2222' }, 'c3', manager)).toMatchObject({
      error: { code: 'approval_does_not_fit', rule: 'ROLE4' },
    })
    expect(await voids()).toEqual([])
  })

  test('[ROLE9] [PIN2] counts wrong PINs, and locks that person, whatever is asked next', async () => {
    const wrong = { userId: 'rui', pin: '9999' }
    for (let n = 1; n <= 4; n += 1) {
      expect(await ask(VOID, wrong)).toEqual({ ok: false, error: { code: 'wrong_pin' } })
    }
    expect(await ask(VOID, wrong)).toMatchObject({ error: { code: 'pin_locked', retryAfterS: 30 } })
    expect(await ask(VOID, { userId: 'rui', pin: '2222' })).toMatchObject({ error: { code: 'pin_locked' } })
    expect(await voids()).toEqual([])
  })

  test('[ROLE9] [PIN1] answers somebody who left like a wrong PIN', async () => {
    expect(await ask(VOID, { userId: 'zoe', pin: '3333' })).toEqual({
      ok: false,
      error: { code: 'wrong_pin' },
    })
  })

  test('[ROLE9] leaves no PIN in the database', async () => {
    await ask(VOID, { userId: 'rui', pin: '7777' })
    await ask(VOID, { userId: 'rui', pin: '2222' })
    const journal = await database.db
      .selectFrom('journal')
      .selectAll()
      .where('type', '=', 'item_voided')
      .execute()
    const local = await database.db.selectFrom('local_values').selectAll().execute()
    expect(JSON.stringify([journal, local])).not.toMatch(/7777|2222/)
  })
})

function user(id: string, name: string, role: Role, pin: string, active = true) {
  return record('user', id, { name, role, pinHash: pin, active })
}

function ask(
  command: Command,
  approval?: { readonly userId: string; readonly pin: string },
  commandId = 'c1',
  person: typeof ANA | { readonly id: string; readonly name: string; readonly role: 'waiter' } = ANA,
) {
  const parts = {
    database,
    replica,
    hasher,
    run: (
      actor: typeof person,
      id: string,
      wanted: Command,
      yes?: Parameters<typeof runCommand>[1]['approval'],
    ) => runCommand(replica, { id, actor, command: wanted, now: NOON, approval: yes ?? null }),
  }
  const asked = { commandId, command, now: NOON, ...(approval === undefined ? {} : { approval }) }
  return runAsked(parts, person, asked)
}

async function voids(): Promise<readonly string[]> {
  const rows = await database.db
    .selectFrom('journal')
    .select('payload')
    .where('type', '=', 'item_voided')
    .execute()
  return rows.map(({ payload }) => payload)
}
