import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createRandom, type Random } from '../simulation/random.ts'

/** What may become of a connection. Each is drawn by seed when it opens. */
type Fate = 'passes' | 'refused' | 'cut' | 'swallowed' | 'half-open' | 'replayed'

/** A line to a server as bad as any a restaurant has. Calm until told otherwise. */
export interface FaultProxy {
  readonly origin: string
  /** From now on connections have fates, those that are open, too. */
  trouble(): void
  /** Every open connection dies without a word. */
  hang(): void
  /** New connections pass. What hangs goes on hanging: nobody tells a device that its line is dead. */
  heal(): void
  /** How often each fate was met. */
  readonly seen: ReadonlyMap<Fate, number>
  close(): Promise<void>
}

/** Half of all lines die; some of them without a word. */
const FATES: readonly Fate[] = [
  ...(['passes', 'replayed', 'replayed', 'refused', 'cut', 'cut'] as const),
  ...(['swallowed', 'half-open'] as const),
]
/** How often every open line meets another. */
const TURN_MS = 700
const DELAY_MAX_MS = 150
/** A connection meets its fate after so many bytes: in the middle of a handshake, a header or a frame. */
const BYTES_MAX = 6_000
const REPLAY_MAX_BYTES = 1024 * 1024

export async function openFaultProxy(port: number, seed: number): Promise<FaultProxy> {
  const random = createRandom(seed)
  const seen = new Map<Fate, number>()
  const lines = new Set<Line>()
  let troubled = false
  const fateOf = (): Fate => {
    const fate = random.pick(FATES)
    seen.set(fate, (seen.get(fate) ?? 0) + 1)
    return fate
  }
  const meetAll = (): void => {
    for (const line of lines) line.meet(fateOf())
  }
  let turning: ReturnType<typeof setInterval> | undefined
  const server = createServer({ noDelay: true }, (client) => {
    const line = openLine(client, port, random.fork())
    lines.add(line)
    client.once('close', () => lines.delete(line))
    if (troubled) line.meet(fateOf())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // `localhost` is a place a browser trusts.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen,
    trouble() {
      troubled = true
      meetAll()
      turning = setInterval(meetAll, TURN_MS)
    },
    hang() {
      for (const line of lines) line.hang()
    },
    heal() {
      troubled = false
      clearInterval(turning)
      for (const line of lines) line.calm()
    },
    close() {
      clearInterval(turning)
      return closeAll(server, lines)
    },
  }
}

function closeAll(server: Server, lines: ReadonlySet<Line>): Promise<void> {
  for (const line of lines) line.close()
  return new Promise((resolve) => server.close(() => resolve()))
}

interface Line {
  meet(fate: Fate): void
  hang(): void
  /** No more delays; a fate that has not struck yet does not. What is dead stays dead. */
  calm(): void
  close(): void
}

type Way = 'up' | 'down'

function openLine(client: Socket, port: number, random: Random): Line {
  const server = connect({ host: '127.0.0.1', port, noDelay: true })
  const dead = new Set<Way>()
  const sent: Buffer[] = []
  let end: Fate = 'passes'
  let repeated = false
  let slow = false
  let left = Infinity

  const close = (): void => {
    client.destroy()
    server.destroy()
  }

  function pass(from: Socket, to: Socket, way: Way): void {
    // One after the other, however long each is delayed.
    let turn: Promise<void> = Promise.resolve()
    from.on('data', (chunk: Buffer) => {
      turn = turn.then(() => delayed(slow ? random.int(0, DELAY_MAX_MS) : 0)).then(() => deliver(chunk))
    })
    const deliver = (chunk: Buffer): void => {
      if (way === 'up') remember(chunk)
      if (dead.has(way) || to.destroyed) return
      if (left >= chunk.length) {
        left -= chunk.length
        to.write(chunk)
        return
      }
      to.write(chunk.subarray(0, left))
      strike(way)
    }
    from.on('error', () => from.destroy())
    from.once('close', () => {
      // Of a line that is dead this way, its end is not heard either.
      turn = turn.then(() => {
        if (!dead.has(way)) to.destroySoon()
      })
    })
  }

  function strike(way: Way): void {
    left = Infinity
    if (end === 'cut') close()
    if (end === 'swallowed') dead.add('up').add('down')
    if (end === 'half-open') dead.add(way)
  }

  function remember(chunk: Buffer): void {
    if (sent.reduce((sum, { length }) => sum + length, 0) < REPLAY_MAX_BYTES) sent.push(chunk)
  }

  pass(client, server, 'up')
  pass(server, client, 'down')
  client.once('close', () => {
    if (repeated) replay(Buffer.concat(sent), port)
  })
  return {
    meet(met) {
      if (dead.size > 0) return
      slow = true
      repeated ||= met === 'replayed'
      if (met === 'refused') close()
      if (left < Infinity || !(met === 'cut' || met === 'swallowed' || met === 'half-open')) return
      end = met
      left = random.int(0, BYTES_MAX)
    },
    hang: () => void dead.add('up').add('down'),
    calm() {
      slow = false
      left = Infinity
    },
    close,
  }
}

/** All that a connection said, said once more by a connection that waits for no answer. */
function replay(bytes: Buffer, port: number): void {
  const again = connect({ host: '127.0.0.1', port })
  again.on('error', () => again.destroy())
  again.setTimeout(2_000, () => again.destroy())
  again.resume()
  again.write(bytes)
}

function delayed(ms: number): Promise<void> | undefined {
  return ms === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, ms))
}
