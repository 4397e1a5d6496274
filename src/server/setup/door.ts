import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { normalCode, pairingCode } from '#auth/pairing.ts'
import type { PinHasher } from '#auth/pin.ts'
import { exampleMenu, exampleStations } from '#demo/example-menu.ts'
import type { DemoRecord } from '#demo/record.ts'
import type { Tx } from '#database/schema.ts'
import type { Draft } from '#domain/event/event.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { foundStore, type Founding } from '#domain/store/founding.ts'
import type { Hub } from '#server/hub.ts'

export type SetupRefusal = 'setup_code_wrong' | 'setup_done' | RejectionCode

/** The way in for the first owner of a store in which nobody works yet. It closes behind them. [SETUP1] */
export interface SetupDoor {
  /** Shown where the server was started; null: the store was set up before. */
  readonly code: string | null
  isOpen(): Promise<boolean>
  found(typed: string, asked: Founding, withMenu: boolean): Promise<Result<null, SetupRefusal>>
}

const WRONG_TRIES_MAX = 10

/** `mayOpen`: this server made the store, no demo moves in, and nobody works here. */
export function createSetupDoor(hub: Hub, pins: PinHasher, mayOpen: boolean): SetupDoor {
  const { replica } = hub
  const code = mayOpen ? pairingCode(randomBytes(8)) : null
  let wrong = 0

  /** Whoever guesses has ten tries until the server is started again. */
  function fits(typed: string): boolean {
    if (code === null || wrong >= WRONG_TRIES_MAX) return false
    const same = timingSafeEqual(hashOf(normalCode(typed)), hashOf(code))
    if (!same) wrong += 1
    return same
  }

  return {
    code,
    isOpen: async () => code !== null && (await isEmpty(replica.db, replica.store)),
    async found(typed, asked, withMenu) {
      if (!fits(typed)) return err('setup_code_wrong')
      const founded = foundStore(asked, Date.now())
      if (!founded.ok) return err(founded.error.code)
      const { records, owner } = founded.value
      const payload = { ...owner, pinHash: await pins.hash(asked.owner.pin) }
      const written = await replica.act<SetupRefusal>({
        txnId: randomUUID(),
        actor: asked.owner.id,
        decide: async (tx) =>
          (await isEmpty(tx, replica.store))
            ? ok([
                ...records,
                ...[...exampleStations, ...(withMenu ? exampleMenu(asked.country) : [])].map(draftOf),
                { ent: { type: 'user', id: asked.owner.id }, event: { type: 'record_changed', payload } },
              ])
            : err('setup_done'),
      })
      if (!written.ok) return written
      hub.announce(written.value)
      return ok(null)
    },
  }
}

function draftOf({ type, id, fields }: DemoRecord): Draft {
  return { ent: { type, id }, event: { type: 'record_changed', payload: { ...fields } } }
}

async function isEmpty(db: Hub['replica']['db'] | Tx, store: string): Promise<boolean> {
  const query = db.selectFrom('users').select('id').where('store', '=', store)
  return (await query.executeTakeFirst()) === undefined
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
