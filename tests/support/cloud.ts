import { openDatabase } from '../../src/database/open.ts'
import type { Db } from '../../src/database/schema.ts'
import { openPostgres } from '../../src/server/database/postgres.ts'
import { makeEnrolmentCode } from '../../src/server/stores/enrolment-codes.ts'
import { openCafe, type Cafe } from './cafe.ts'
import type { RunningPostgres } from './postgres.ts'

/** A cloud on PostgreSQL, in this process: hubs join it with codes. */
export interface Cloud extends Cafe {
  /** For a new store, or for a hub in the place of a lost one. */
  code(store?: string): Promise<string>
  /** All it holds, whoever's. */
  readonly all: Db
}

export async function openCloud(postgres: RunningPostgres): Promise<Cloud> {
  const databaseUrl = await postgres.newDatabase()
  const cafe = await openCafe({
    databaseUrl,
    production: true,
    printing: false,
  })
  const whole = await openDatabase(openPostgres(postgres.asSuperuser(databaseUrl)))
  if (!whole.ok) throw new Error(whole.error.code)
  return {
    ...cafe,
    all: whole.value.db,
    code: (store) => makeEnrolmentCode(whole.value, store ?? null, Date.now()),
    async close() {
      await whole.value.close()
      await cafe.close()
    },
  }
}

/** The demo café's hub below the cloud, with a store of its own. */
export async function openHubBelow(cloud: Cloud): Promise<Cafe> {
  return openCafe({ upstreamUrl: cloud.origin, upstreamCode: await cloud.code() })
}
