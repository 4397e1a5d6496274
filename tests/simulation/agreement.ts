import { basesOf, digestTables, headsText } from './invariants.ts'
import type { Node } from './node.ts'
import type { World } from './world.ts'

/** I3 while the simulation runs: whoever has the same heads as another, now or earlier, has the same tables. */
export interface Agreement {
  check(nodes: readonly Node[]): void
  /** The heads of a node as one text; null while it is off. */
  heads(node: Node): string | null
}

interface Seen {
  readonly name: string
  readonly tables: string
}

export function createAgreement(world: World): Agreement {
  const byHeads = new Map<string, Seen>()
  const known = new Map<string, { readonly of: string; readonly heads: string }>()
  const checked = new Map<string, string>()
  const lives = new WeakMap<object, number>()
  let lifeCount = 0

  /** Changes with every committed write, and with every start. */
  function stateOf(node: Node): string | null {
    const life = node.life()
    if (life === null) return null
    const number = lives.get(life) ?? (lifeCount += 1)
    lives.set(life, number)
    return `${number} ${life.disk.version()}`
  }

  function heads(node: Node): string | null {
    const state = stateOf(node)
    const life = node.life()
    if (state === null || life === null) return null
    const before = known.get(node.name)
    if (before?.of === state) return before.heads
    const text = headsText(life.disk.raw, node.store)
    known.set(node.name, { of: state, heads: text })
    return text
  }

  /** An older program makes other tables of the same events. */
  function programAndHeads(node: Node): string | null {
    const text = heads(node)
    return text === null ? null : `${node.isOlder() ? 'older ' : ''}${text}`
  }

  return {
    heads,
    check(nodes) {
      const now = nodes.map(programAndHeads)
      for (const node of nodes) {
        const text = programAndHeads(node)
        const state = stateOf(node)
        const life = node.life()
        if (text === null || state === null || life === null || checked.get(node.name) === state) continue
        // What holds its logs in part is compared row by row, in the end.
        if (basesOf(life.disk.raw, node.store).size > 0 || life.history.isStarting()) continue
        // Tables are slow to read: only where there is something to compare them with.
        if (!byHeads.has(text) && now.filter((other) => other === text).length < 2) continue
        checked.set(node.name, state)
        const tables = digestTables(life.disk.raw, node.store)
        const same = byHeads.get(text)
        if (same === undefined) byHeads.set(text, { name: node.name, tables })
        else if (same.tables !== tables) {
          world.fail('I3', `${node.name} and ${same.name} have equal heads and different tables`)
        } else if (same.name !== node.name) world.sometimes('two replicas with equal heads compared')
      }
    },
  }
}
