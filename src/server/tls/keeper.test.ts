import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { HttpsSetting } from '#server/config.ts'
import { createAuthority, issueCertificate } from './authority.ts'
import { readCertificates, type Certificates } from './keeper.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22, 12)
const NAMES = { dns: ['pos.cafe.lan', 'localhost'], ips: ['127.0.0.1', '192.168.1.20'] }
const PRIVATE: HttpsSetting = { port: 0, name: null, own: null }

const folder = (): string => mkdtempSync(join(tmpdir(), 'comanda-https-'))

async function read(
  dataDir: string,
  over: { readonly https?: HttpsSetting; readonly names?: typeof NAMES; readonly now?: number } = {},
): Promise<Certificates> {
  const { https = PRIVATE, names = NAMES, now = NOW } = over
  const read = await readCertificates(https, { dataDir, storeName: 'Café Ω', names, now })
  if (!read.ok) throw new Error(read.error.detail)
  return read.value
}

async function failing(dataDir: string, https: HttpsSetting, names = NAMES): Promise<object> {
  const read = await readCertificates(https, { dataDir, storeName: 'Café', names, now: NOW })
  if (read.ok) throw new Error('it was taken')
  return read.error
}

describe('[HTTPS2] the store’s own authority', () => {
  test('makes a certificate for every name, which a stranger could not have made', async () => {
    const { server, authority } = await read(folder())
    const known = new X509Certificate(server.certificate)
    const issuer = new X509Certificate(authority ?? '')
    expect(known.checkIssued(issuer) && known.verify(issuer.publicKey)).toBe(true)
    expect([known.checkHost('pos.cafe.lan'), known.checkIP('192.168.1.20')]).not.toContain(undefined)
    expect(known.checkHost('other.lan')).toBe(undefined)
    expect([known.ca, issuer.ca]).toEqual([false, true])
    expect(issuer.subject).toContain('Café Ω (Comanda)')
  })

  test('is kept with its certificate, readable to nobody else', async () => {
    const dataDir = folder()
    const first = await read(dataDir)
    expect(await read(dataDir)).toEqual(first)
    const files = readdirSync(join(dataDir, 'https'))
    expect(files.toSorted()).toEqual(['authority.pem', 'server.pem'])
    for (const file of files) expect(statSync(join(dataDir, 'https', file)).mode & 0o077).toBe(0)
  })

  test('renews what is about to end, and a certificate without a new address', async () => {
    const dataDir = folder()
    const first = await read(dataDir)
    const early = await read(dataDir, { now: NOW + 336 * DAY })
    expect(early.server).toEqual(first.server)
    const late = await read(dataDir, { now: NOW + 338 * DAY })
    expect(late.authority).toBe(first.authority)
    expect(late.server).not.toEqual(first.server)
    const moved = { ...NAMES, ips: [...NAMES.ips, '10.1.2.3'] }
    const there = await read(dataDir, { names: moved, now: NOW + 338 * DAY })
    expect(new X509Certificate(there.server.certificate).checkIP('10.1.2.3')).toBe('10.1.2.3')
    expect(there.authority).toBe(first.authority)
  })
})

describe('[HTTPS3] an authority', () => {
  test('vouches for local names and the chosen one alone', async () => {
    const dataDir = folder()
    await read(dataDir, { names: { dns: ['pos.cafe.com'], ips: [] } })
    const names = {
      dns: ['pos.cafe.com', 'bank.com', 'hub.local', 'notlocal', 'localhost'],
      ips: ['192.168.7.7', '8.8.8.8', 'fd00::9', '2001:db8::1'],
    }
    const known = new X509Certificate((await read(dataDir, { names })).server.certificate)
    const alternatives = known.subjectAltName ?? ''
    expect(alternatives).toBe(
      'DNS:pos.cafe.com, DNS:hub.local, DNS:localhost, IP Address:192.168.7.7, IP Address:FD00:0:0:0:0:0:0:9',
    )
  })
})

describe('[HTTPS4] what cannot be shown stops the start', () => {
  test('a name chosen after the authority was made', async () => {
    const dataDir = folder()
    await read(dataDir)
    const error = await failing(dataDir, { ...PRIVATE, name: 'pos.other.com' })
    expect(error).toMatchObject({ code: 'certificate_failed' })
  })

  test('a certificate with another’s key, and one that is not there', async () => {
    const dataDir = folder()
    const authority = await createAuthority('Café', NAMES, NOW)
    const one = await issueCertificate(authority, NAMES, NOW)
    const other = await issueCertificate(authority, NAMES, NOW)
    const own = { certFile: join(dataDir, 'c.pem'), keyFile: join(dataDir, 'k.pem') }
    writeFileSync(own.certFile, one.certificate)
    expect(await failing(dataDir, { ...PRIVATE, own })).toMatchObject({ code: 'certificate_failed' })
    writeFileSync(own.keyFile, other.key)
    expect(await failing(dataDir, { ...PRIVATE, own })).toMatchObject({ code: 'certificate_failed' })
    writeFileSync(own.keyFile, one.key)
    expect(await read(dataDir, { https: { ...PRIVATE, own } })).toEqual({ server: one, authority: null })
  })
})
