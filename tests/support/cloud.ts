import { makeEnrolmentCode } from '../../src/server/stores/enrolment-codes.ts'
import { openCafe, type Cafe } from './cafe.ts'
import type { RunningPostgres } from './postgres.ts'

/** A cloud on PostgreSQL, in this process: hubs join it with codes. */
export interface Cloud extends Cafe {
  /** For a new store, or for a hub in the place of a lost one. */
  code(store?: string): Promise<string>
}

export async function openCloud(postgres: RunningPostgres): Promise<Cloud> {
  const cafe = await openCafe({
    databaseUrl: await postgres.newDatabase(),
    production: true,
    printing: false,
  })
  return {
    ...cafe,
    code: (store) => {
      const { db } = cafe.server().hub.replica
      return makeEnrolmentCode({ db, flush: async () => {} }, store ?? null, Date.now())
    },
  }
}

/** The demo café's hub below the cloud, with a store of its own. */
export async function openHubBelow(cloud: Cloud): Promise<Cafe> {
  return openCafe({ upstreamUrl: cloud.origin, upstreamCode: await cloud.code() })
}
