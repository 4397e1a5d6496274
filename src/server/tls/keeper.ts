import { X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { err, ok, type Result } from '#domain/result.ts'
import type { HttpsSetting } from '#server/config.ts'
import { syncFolder } from '#server/database/key.ts'
import type { ServerProblem } from '#server/problem.ts'
import { createAuthority, issueCertificate, vouchedFor, type KeyPair } from './authority.ts'
import type { ServerNames } from './names.ts'

/** What the server shows to those who call it, and the authority that devices are asked to trust; null: a public one. */
export interface Certificates {
  readonly server: KeyPair
  readonly authority: string | null
}

/** A certificate is renewed this long before it ends: a server that is seldom restarted has the time. */
const RENEW_BEFORE_MS = 60 * 86_400_000

interface Place {
  /** The server's data folder. */
  readonly dataDir: string
  readonly storeName: string
  readonly names: ServerNames
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The owner's own certificate, or one by the store's private authority, which is made on the first start and kept: the
 * devices that trust it go on trusting it, whatever the server's address becomes.
 */
export async function readCertificates(
  https: HttpsSetting,
  place: Place,
): Promise<Result<Certificates, ServerProblem>> {
  try {
    return https.own === null ? await ofStore(place, https.name) : ownFiles(https.own)
  } catch (error) {
    return refused(place.dataDir, error)
  }
}

function ownFiles(own: NonNullable<HttpsSetting['own']>): Result<Certificates, ServerProblem> {
  try {
    const server = { certificate: readFileSync(own.certFile, 'utf8'), key: readFileSync(own.keyFile, 'utf8') }
    // Says at once whether both can be read and belong together.
    createSecureContext({ cert: server.certificate, key: server.key })
    return ok({ server, authority: null })
  } catch (error) {
    return refused(`${own.certFile}, ${own.keyFile}`, error)
  }
}

async function ofStore(
  { dataDir, storeName, names, now }: Place,
  wanted: string | null,
): Promise<Result<Certificates, ServerProblem>> {
  const folder = join(dataDir, 'https')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = readPair(folder, 'authority')
  const authority = known ?? (await createAuthority(storeName, names, now))
  if (known === null) writePair(folder, 'authority', authority)
  const vouched = vouchedFor(authority.certificate, names)
  // The machine's own names come and go; the one the owner chose must hold.
  if (wanted !== null && !vouched.dns.includes(wanted) && !vouched.ips.includes(wanted)) {
    return err({
      code: 'certificate_failed',
      detail: `HTTPS_NAME=${wanted} came after the store's authority. To change it, delete ${folder}; every device must then trust the new authority`,
    })
  }
  const kept = readPair(folder, 'server')
  if (kept !== null && isGood(kept, authority, vouched, now)) {
    return ok({ server: kept, authority: authority.certificate })
  }
  const server = await issueCertificate(authority, vouched, now)
  writePair(folder, 'server', server)
  return ok({ server, authority: authority.certificate })
}

function isGood(
  { certificate }: KeyPair,
  authority: KeyPair,
  { dns, ips }: ServerNames,
  now: number,
): boolean {
  const known = new X509Certificate(certificate)
  const issuer = new X509Certificate(authority.certificate)
  return (
    known.checkIssued(issuer) &&
    known.verify(issuer.publicKey) &&
    Date.parse(known.validTo) - now > RENEW_BEFORE_MS &&
    dns.every((name) => known.checkHost(name) !== undefined) &&
    ips.every((ip) => known.checkIP(ip) !== undefined)
  )
}

function readPair(folder: string, name: string): KeyPair | null {
  try {
    const [certificate = '', key = ''] = readFileSync(join(folder, `${name}.pem`), 'utf8').split(BETWEEN)
    return { certificate: certificate.trim(), key: key.trim() }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const BETWEEN = '\n\n'

/** One file for both: a crash between two would leave a certificate without its key. */
function writePair(folder: string, name: string, { certificate, key }: KeyPair): void {
  const path = join(folder, `${name}.pem`)
  writeFileSync(`${path}.new`, `${certificate.trim()}${BETWEEN}${key.trim()}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  syncFolder(folder)
}

function refused(where: string, error: unknown): Result<never, ServerProblem> {
  return err({
    code: 'certificate_failed',
    detail: `${where}: ${error instanceof Error ? error.message : String(error)}`,
  })
}

/** The authority's fingerprint, as browsers and telephones show it. */
export function fingerprint(certificate: string): string {
  return new X509Certificate(certificate).fingerprint256
}
