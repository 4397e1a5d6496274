import { isIP } from 'node:net'
import { z } from 'zod'
import { isDatabaseKey } from '#database/cipher.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { ServerProblem } from './problem.ts'
import { isName } from './tls/names.ts'

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
  /** What encrypts the SQLite file; null: nothing does. */
  readonly databaseKey: DatabaseKeySetting | null
  /** Whether the store's devices encrypt what they keep; null: as the store's settings say. */
  readonly encryptDevices: boolean | null
  /** Null: plain HTTP alone, for this machine or for a proxy that has the certificate. */
  readonly https: HttpsSetting | null
  readonly production: boolean
  /** Whether this server sends to printers; a cloud does not reach them. */
  readonly printing: boolean
  readonly logLevel: string
}

/** How the store's other devices reach this server. */
export interface HttpsSetting {
  readonly port: number
  /** The name or address devices call this server by, for good; null: whatever the machine has. Lower case. */
  readonly name: string | null
  /** The owner's own certificate; null: one by the store's private authority. */
  readonly own: { readonly certFile: string; readonly keyFile: string } | null
}

/** The key itself, or the file that has it. A secret: never logged, never in a problem's detail. */
export type DatabaseKeySetting =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'file'; readonly path: string }

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
  DATABASE_KEY: z.string().refine(isDatabaseKey, 'must be 64 hex digits').optional(),
  DATABASE_KEY_FILE: z.string().optional(),
  ENCRYPT_DEVICES: z.enum(['on', 'off']).optional(),
  HTTPS: z.enum(['on', 'off']).optional(),
  HTTPS_PORT: z.coerce.number().int().min(0).max(65_535).default(8443),
  HTTPS_NAME: z
    .string()
    .transform((name) => name.toLowerCase())
    .refine((name) => isIP(name) !== 0 || isName(name), 'must be a name such as pos.cafe.lan, or an address')
    .optional(),
  HTTPS_CERT_FILE: z.string().optional(),
  HTTPS_KEY_FILE: z.string().optional(),
  NODE_ENV: z.string().optional(),
  PRINTING: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, ServerProblem> {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(filled)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return bad(`${String(issue?.path[0] ?? '')}: ${issue?.message ?? ''}`)
  }
  const { HOST, PORT, DATA_DIR, DATABASE_URL, NODE_ENV, PRINTING, LOG_LEVEL } = parsed.data
  const { UPSTREAM_URL, UPSTREAM_CODE } = parsed.data
  const { DATABASE_KEY, DATABASE_KEY_FILE, ENCRYPT_DEVICES } = parsed.data
  const keys = [DATABASE_KEY, DATABASE_KEY_FILE].filter((one) => one !== undefined)
  // A setting that would protect nothing is worse than none.
  if (keys.length > 1) return bad('DATABASE_KEY: set it or DATABASE_KEY_FILE, not both')
  if (keys.length > 0 && DATABASE_URL !== undefined)
    return bad('DATABASE_KEY: it encrypts the SQLite file; encrypt the disk of PostgreSQL instead')
  if ((parsed.data.HTTPS_CERT_FILE === undefined) !== (parsed.data.HTTPS_KEY_FILE === undefined))
    return bad('HTTPS_CERT_FILE: set it and HTTPS_KEY_FILE, or neither')
  return ok({
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? null,
    upstreamUrl: UPSTREAM_URL ?? null,
    upstreamCode: UPSTREAM_CODE ?? null,
    databaseKey: keySetting(DATABASE_KEY, DATABASE_KEY_FILE),
    encryptDevices: ENCRYPT_DEVICES === undefined ? null : ENCRYPT_DEVICES === 'on',
    https: httpsSetting(parsed.data),
    production: NODE_ENV === 'production',
    printing: PRINTING === undefined ? DATABASE_URL === undefined : PRINTING === 'on',
    logLevel: LOG_LEVEL,
  })
}

/** Where nobody says otherwise, whoever opens the server to the store's network gets HTTPS with it. */
function httpsSetting(settings: z.infer<typeof schema>): HttpsSetting | null {
  const { HTTPS, HTTPS_PORT: port, HTTPS_NAME, HTTPS_CERT_FILE, HTTPS_KEY_FILE } = settings
  const opened = !LOOPBACK.has(settings.HOST) && settings.DATABASE_URL === undefined
  const certified = HTTPS_CERT_FILE !== undefined && HTTPS_KEY_FILE !== undefined
  if (HTTPS === 'off' || (HTTPS === undefined && !opened && !certified)) return null
  const own = certified ? { certFile: HTTPS_CERT_FILE, keyFile: HTTPS_KEY_FILE } : null
  return { port, name: HTTPS_NAME ?? null, own }
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

function keySetting(key: string | undefined, path: string | undefined): DatabaseKeySetting | null {
  if (key !== undefined) return { kind: 'key', key }
  return path === undefined ? null : { kind: 'file', path }
}

function bad(detail: string): Result<never, ServerProblem> {
  return err({ code: 'bad_setting', detail })
}
