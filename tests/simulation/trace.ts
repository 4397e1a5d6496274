import { createHash } from 'node:crypto'

/** What happened, line by line. Its hash is what "the same seed gives the same run" compares. */
export interface Trace {
  add(time: number, actor: string, text: string): void
  hash(): string
  lines(): readonly string[]
}

const TAIL_LINES = 40

/** Without `keepAll` only the last lines are kept, to show with a failure. */
export function createTrace(keepAll: boolean): Trace {
  const hash = createHash('sha256')
  let kept: string[] = []
  return {
    add(time, actor, text) {
      const line = `${(time / 1000).toFixed(3).padStart(8)} ${actor.padEnd(7)} ${text}`
      hash.update(`${line}\n`)
      kept.push(line)
      if (!keepAll && kept.length > 2 * TAIL_LINES) kept = kept.slice(-TAIL_LINES)
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
    lines: () => (keepAll ? kept : kept.slice(-TAIL_LINES)),
  }
}
