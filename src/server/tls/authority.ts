import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { AsnConvert } from '@peculiar/asn1-schema'
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { ServerNames } from './names.ts'

/** A certificate and its private key, as PEM texts. */
export interface KeyPair {
  readonly certificate: string
  readonly key: string
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3_650
/** Browsers refuse a server's certificate that is good for longer than about 13 months. */
const CERTIFICATE_DAYS = 397
/** A clock of the store may be behind. */
const EARLIER_DAYS = 2

/** RFC 5280, 4.2.1.10. */
const NAME_CONSTRAINTS = '2.5.29.30'

/** Names that no public site has: what an authority may vouch for beside the owner's own name. */
const LOCAL_DOMAINS = ['localhost', 'local', 'lan', 'home.arpa', 'internal']
const LOCAL_NETWORKS = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
]

/**
 * A private authority for one store. It may vouch for local names and for `names` alone, so that whoever steals its key
 * cannot pretend to be a bank to the phones that trust it. `now` in milliseconds since 1970.
 */
export async function createAuthority(store: string, names: ServerNames, now: number): Promise<KeyPair> {
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ O: ['Comanda'], CN: [`${store} (Comanda)`] }],
    notBefore: new Date(now - EARLIER_DAYS * DAY_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new Extension(NAME_CONSTRAINTS, true, permitted(names)),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem').trim(), key: (await keyPem(keys)).trim() }
}

/** A server's certificate by that authority, for all of `names`, with a key of its own. */
export async function issueCertificate(
  authority: KeyPair,
  names: ServerNames,
  now: number,
): Promise<KeyPair> {
  const issuer = new X509Certificate(authority.certificate)
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    PemConverter.decodeFirst(authority.key),
    ALGORITHM,
    false,
    ['sign'],
  )
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ O: ['Comanda'], CN: [names.dns[0] ?? 'localhost'] }],
    issuer: issuer.subject,
    notBefore: new Date(now - EARLIER_DAYS * DAY_MS),
    notAfter: new Date(now + CERTIFICATE_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ips.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem').trim(), key: (await keyPem(keys)).trim() }
}

/** Those of the names that an authority made earlier, for other names, may vouch for. */
export function vouchedFor(authority: string, { dns, ips }: ServerNames): ServerNames {
  const value = new X509Certificate(authority).getExtension(NAME_CONSTRAINTS)?.value
  const subtrees = value && AsnConvert.parse(value, NameConstraints).permittedSubtrees
  const bases = [...(subtrees ?? [])].map(({ base }) => base)
  const domains = bases.flatMap(({ dNSName }) => dNSName ?? [])
  const networks = new BlockList()
  for (const [address = '', bits] of bases.flatMap(({ iPAddress }) =>
    iPAddress?.split('/') ? [iPAddress.split('/')] : [],
  ))
    networks.addSubnet(address, Number(bits), familyOf(address))
  return {
    dns: dns.filter((name) => domains.some((base) => name === base || name.endsWith(`.${base}`))),
    ips: ips.filter((ip) => networks.check(ip, familyOf(ip))),
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

function permitted({ dns, ips }: ServerNames): ArrayBuffer {
  const single = ips.filter((ip) => isIP(ip) !== 0).map((ip) => `${ip}/${isIP(ip) === 4 ? 32 : 128}`)
  const bases = [...new Set([...LOCAL_DOMAINS, ...dns])].map((dNSName) => new GeneralName({ dNSName }))
  const networks = [...LOCAL_NETWORKS, ...single].map((iPAddress) => new GeneralName({ iPAddress }))
  const subtrees = [...bases, ...networks].map((base) => new GeneralSubtree({ base }))
  return AsnConvert.serialize(new NameConstraints({ permittedSubtrees: new GeneralSubtrees(subtrees) }))
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function keyPem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
}

/** 16 random bytes, positive: RFC 5280, 4.1.2.2. */
function newSerial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(bytes).toString('hex')
}
