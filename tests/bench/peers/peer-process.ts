/** One peer in a process of its own, so that its memory is its own: `peer-process.ts NAME FEED` tells what it took. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feed } from '../feed.ts'
import { PEERS } from './all.ts'
import type { Took } from './peers.ts'

const BYTES_A_KIB = 1024
const [name = '', file = ''] = process.argv.slice(2)
const open = (await PEERS[name]?.load()) ?? null
if (open === null) throw new Error(`There is no peer "${name}".`)
const folder = mkdtempSync(join(tmpdir(), 'comanda-peer-'))
const feed = JSON.parse(readFileSync(file, 'utf8')) as Feed
const events = feed.pages.reduce((sum, page) => sum + page.length, 0)
const peer = await open(folder)
await peer.fill(feed)
const startedAt = performance.now()
const wireBytes = await peer.sync()
const syncMs = performance.now() - startedAt
const count = await peer.count()
if (count !== events) throw new Error(`assertion failed: ${name} holds ${count} of ${events} events`)
const peakBytes = process.resourceUsage().maxRSS * BYTES_A_KIB
await peer.putAway()
const openedAt = performance.now()
await peer.reload()
const reloadMs = performance.now() - openedAt
rmSync(folder, { recursive: true, force: true })
process.send?.({ syncMs, reloadMs, wireBytes, peakBytes } satisfies Took)
