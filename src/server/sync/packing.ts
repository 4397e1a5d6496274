import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip, gunzip, gzip } from 'node:zlib'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** A third of the work of the usual level 6, for a ninth more bytes: a server packs for every device. */
const LEVEL = 3

/** JSON in UTF-8, gzipped: what a frame is on any line that is worth packing. [WIRE1] */
export function packText(text: string): Promise<Buffer> {
  return zip(text, { level: LEVEL })
}

/** What was packed, or null: it is no gzipped JSON, or would grow beyond `bytesMax`. [WIRE4] */
export async function unpackFrame(bytes: Uint8Array, bytesMax: number): Promise<unknown> {
  try {
    const text = await unzip(bytes, { maxOutputLength: bytesMax })
    return JSON.parse(text.toString('utf8')) as unknown
  } catch {
    return null
  }
}

/** The body of a request as it was before it was gzipped. Fastify counts what comes out, and stops at its limit. */
export function unpackedBody(body: Readable): Readable {
  const unpacked = Object.assign(createGunzip(), { receivedEncodedLength: 0 })
  body.on('data', (chunk: Buffer) => {
    unpacked.receivedEncodedLength += chunk.length
  })
  // Whatever breaks, breaks the reading of `unpacked`, too.
  pipeline(body, unpacked, () => {})
  return unpacked
}

/** Whether the asker of an HTTP request takes gzip. */
export function takesGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const accepted = headers['accept-encoding']
  return typeof accepted === 'string' && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)
}
