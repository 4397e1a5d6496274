import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import type { ServerProblem } from './problem.ts'

/** What the environment says. Everything has a default that runs a café on one machine. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Set: PostgreSQL, and this server is the cloud. Null: a SQLite file in `dataDir`, and it is the store's hub. */
  readonly databaseUrl: string | null
  /** The cloud above this hub, which it syncs up to as a device does; null: none. */
  readonly upstreamUrl: string | null
  /** The cloud's code for this hub: needed once. */
  readonly upstreamCode: string | null
  readonly production: boolean
  /** Whether this server sends to printers; a cloud does not reach them. */
  readonly printing: boolean
  readonly logLevel: string
}

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  UPSTREAM_URL: z
    .url({ protocol: /^https?$/, error: 'must begin with https:// (or http:// for a try)' })
    .transform((url) => new URL(url).origin)
    .optional(),
  UPSTREAM_CODE: z.string().max(20).optional(),
  NODE_ENV: z.string().optional(),
  PRINTING: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, ServerProblem> {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(filled)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return err({ code: 'bad_setting', detail: `${String(issue?.path[0] ?? '')}: ${issue?.message ?? ''}` })
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, NODE_ENV, PRINTING, LOG_LEVEL } = parsed.data
  const { UPSTREAM_URL, UPSTREAM_CODE } = parsed.data
  return ok({
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    upstreamUrl: UPSTREAM_URL ?? null,
    upstreamCode: UPSTREAM_CODE ?? null,
    production: NODE_ENV === 'production',
    printing: PRINTING === undefined ? DATABASE_URL === undefined : PRINTING === 'on',
    logLevel: LOG_LEVEL,
  })
}
