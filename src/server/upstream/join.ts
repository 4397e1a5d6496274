import { err, ok, type Result } from '#domain/result.ts'
import type { Database } from '#database/open.ts'
import { readLocal } from '#database/queries/local-values.ts'
import type { Tokens } from '#server/auth/tokens.ts'
import type { Config } from '#server/config.ts'
import type { ServerProblem } from '#server/problem.ts'
import { keptDeviceId } from '#server/store.ts'
import { askToEnrol } from './ask-to-enrol.ts'
import { keepMembership, readMembership, type Membership } from './membership.ts'

/** Asks the cloud in the settings to take this hub in, and keeps what it says; a code when it does not. */
export async function joinCloud(
  database: Database,
  tokens: Tokens,
  { upstreamUrl, upstreamCode }: Config,
): Promise<Membership | string> {
  if (upstreamUrl === null || upstreamCode === null) return 'pairing_code_wrong'
  const { kty: _kty, crv: _crv, x = '' } = tokens.publicKey
  const asked = await askToEnrol(upstreamUrl, {
    code: upstreamCode,
    dev: await keptDeviceId(database),
    store: await readLocal(database.db, '', 'store'),
    root: await readRoot(database),
    key: { kty: 'OKP', crv: 'Ed25519', x },
  })
  if (!asked.ok) return asked.error
  await keepMembership(database, upstreamUrl, asked.value)
  return (await readMembership(database)) ?? 'server_failed'
}

/** Who made the store this hub already has; null while it has none. */
async function readRoot(database: Database): Promise<string | null> {
  if ((await readLocal(database.db, '', 'store')) === null) return null
  return (await readLocal(database.db, '', 'root')) ?? readLocal(database.db, '', 'dev')
}

/**
 * An empty hub below a cloud asks which store it is before anything else: it may take a dead one's place, and must
 * not open another restaurant beside it. With data it starts whatever the cloud says. [ENROL4]
 */
export async function joinBeforeStart(
  database: Database,
  tokens: Tokens,
  config: Config,
): Promise<Result<null, ServerProblem>> {
  if (config.upstreamUrl === null || (await readLocal(database.db, '', 'store')) !== null) return ok(null)
  if (config.upstreamCode === null) {
    return err({ code: 'upstream_refused', detail: 'UPSTREAM_CODE: an empty hub needs one' })
  }
  const joined = await joinCloud(database, tokens, config)
  if (typeof joined !== 'string') return ok(null)
  const code = joined === 'server_unreachable' ? 'upstream_unreachable' : 'upstream_refused'
  return err({ code, detail: `${config.upstreamUrl}: ${joined}` })
}
