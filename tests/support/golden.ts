import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#domain/event/canonical.ts'
import { EVENT_VERSIONS } from '#domain/event/event.ts'
import type { Replica } from '#sync/replica.ts'
import { exportJournal } from '#sync/export-journal.ts'
import { PAYLOADS } from '#sync/event-schema.ts'

/** Every entity a replica holds as one line of canonical JSON, sorted: what a journal comes to. */
export async function stateText({ db, store }: Replica): Promise<string> {
  const rows = await db
    .selectFrom('entities')
    .select(['type', 'id', 'read_only', 'state'])
    .where('store', '=', store)
    .orderBy('type')
    .orderBy('id')
    .execute()
  return rows
    .map(({ type, id, read_only, state }) =>
      canonicalJson({ type, id, readOnly: read_only === 1, state: JSON.parse(state) as unknown }),
    )
    .map((line) => `${line}\n`)
    .join('')
}

export async function journalText(replica: Replica): Promise<string> {
  const parts: string[] = []
  for await (const part of exportJournal(replica)) parts.push(part)
  return parts.join('')
}

/** The events of an exported journal, without its first line. */
export function eventsIn(journal: string): readonly unknown[] {
  return journal
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}

/** For each event type its version and a hash of the schema of its payload. */
export interface SchemaHashes {
  readonly [type: string]: { readonly v: number; readonly hash: string }
}

export function schemaHashes(): SchemaHashes {
  return Object.fromEntries(
    Object.entries(PAYLOADS)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, schema]) => [
        type,
        { v: EVENT_VERSIONS[type as keyof typeof EVENT_VERSIONS], hash: hashOfSchema(schema) },
      ]),
  )
}

function hashOfSchema(schema: z.ZodType): string {
  const text = canonicalJson(z.toJSONSchema(schema, { io: 'input' }))
  return createHash('sha256').update(text).digest('hex')
}

/** What somebody who changed a payload has to do, or null when nothing has changed. */
export function schemaNews(kept: SchemaHashes, now: SchemaHashes): string | null {
  const news: string[] = []
  for (const type of new Set([...Object.keys(kept), ...Object.keys(now)])) {
    const before = kept[type]
    const after = now[type]
    if (after === undefined) {
      news.push(`${type} is gone: journals hold it for ever, and its fold and schema must stay.`)
    } else if (before === undefined) {
      news.push(`${type} is new: write it down with "npx tsx scripts/golden.ts".`)
    } else if (before.hash !== after.hash && before.v === after.v) {
      news.push(
        `the payload of ${type} changed: raise EVENT_VERSIONS.${type} to ${before.v + 1}, still read version ` +
          `${before.v}, and write both down with "npx tsx scripts/golden.ts".`,
      )
    } else if (before.hash !== after.hash || before.v !== after.v) {
      news.push(`${type} is at version ${after.v} now: write it down with "npx tsx scripts/golden.ts".`)
    }
  }
  return news.length === 0 ? null : news.join('\n')
}
