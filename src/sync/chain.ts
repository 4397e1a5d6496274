import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Envelope } from '#domain/event/envelope.ts'

/** The `prev` of a device's first event. */
export const CHAIN_START = '0'.repeat(64)

/**
 * The bytes an event's hash covers: every field but the hash, one a line, in this order (docs/protocol.md).
 * No field can hold a line feed: ids are checked when an event is received, and JSON text escapes them.
 */
export function chainText(event: Omit<Envelope, 'hash'>): string {
  return [
    'comanda/event/1',
    event.prev,
    event.store,
    event.dev,
    event.seq,
    event.txn.id,
    event.txn.i,
    event.txn.n,
    event.hlc,
    event.wall,
    event.off,
    event.actor,
    event.entType,
    event.entId,
    event.type,
    event.v,
    event.crit ? 1 : 0,
    event.payload,
  ].join('\n')
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string

/** The one that runs everywhere. */
const sha256Anywhere: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 as 64 hexadecimal digits. `digest`: the platform's own, where it has a faster one. */
export function hashEvent(event: Omit<Envelope, 'hash'>, digest: Sha256 = sha256Anywhere): string {
  return digest(chainText(event))
}
