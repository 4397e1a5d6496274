import { afterEach, beforeEach, describe, test } from 'vitest'
import type { ConnectionSource } from '#database/connection.ts'
import { databaseChecks } from './database-checks.ts'

/** An empty database, and how to be rid of it. */
export interface OpenedSource {
  readonly source: ConnectionSource
  dispose(): Promise<void>
}

/** All checks of the contract on one engine, each on a database of its own. */
export function databaseSuite(name: string, open: () => Promise<OpenedSource>): void {
  describe(`the database contract on ${name}`, () => {
    let opened: OpenedSource

    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.dispose())

    for (const check of databaseChecks) test(check.name, () => check.run(opened.source))
  })
}
