import { isIP } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

/** What the store's devices may call this server by; each is in its certificate. */
export interface ServerNames {
  /** Lower case, without a trailing dot. */
  readonly dns: readonly string[]
  readonly ips: readonly string[]
}

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** `wanted` is the owner's own choice of name or address, or null. */
export function serverNames(wanted: string | null, hostname: string, interfaces: Interfaces): ServerNames {
  const own = hostname.toLowerCase().replace(/\.$/, '')
  const label = own.split('.')[0] ?? ''
  const chosen = wanted !== null && isIP(wanted) === 0 ? [wanted.toLowerCase()] : []
  const dns = [...chosen, 'localhost', ...[own, `${label}.local`].filter(isName)]
  const asked = wanted !== null && isIP(wanted) !== 0 ? [wanted] : []
  const ips = [...asked, '127.0.0.1', '::1', ...addressesOf(interfaces)]
  return { dns: [...new Set(dns)], ips: [...new Set(ips)] }
}

/** The address to print and to draw as a QR code: the owner's name, else the machine's first address in the store. */
export function shownHost(wanted: string | null, interfaces: Interfaces): string {
  const first = addressesOf(interfaces).find((address) => isIP(address) === 4)
  return bracketed(wanted ?? first ?? 'localhost')
}

/** In a URL, an IPv6 address stands in brackets. */
function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}

/** Link-local IPv6 addresses are left out: a URL cannot say which cable they are on. */
function addressesOf(interfaces: Interfaces): readonly string[] {
  return Object.values(interfaces)
    .flatMap((known) => known ?? [])
    .filter(({ internal, address }) => !internal && !address.toLowerCase().startsWith('fe80'))
    .map(({ address }) => address)
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Whether a name can stand in a certificate and in a URL. */
export function isName(name: string): boolean {
  return name.length <= 253 && name.split('.').every((label) => LABEL.test(label))
}
