import { canonicalJson } from '#domain/event/canonical.ts'
import type { ConnectionSource } from '#database/connection.ts'

/** One thing that must be true of a database engine. It throws when it is not; it needs no test framework. */
export interface DatabaseCheck {
  readonly name: string
  /** `source` is an empty database. The check may leave anything in it. */
  run(source: ConnectionSource): Promise<void>
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [canonicalJson(actual), canonicalJson(expected)]
  if (is !== should) throw new Error(`${what}:\n  is     ${is}\n  should ${should}`)
}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

export async function fails(work: Promise<unknown>, what: string): Promise<void> {
  const failed = await work.then(
    () => false,
    () => true,
  )
  holds(failed, `${what}: nothing was thrown`)
}
