import type { Draft } from '#domain/event/event.ts'
import type { RecordShapes, RecordType } from '#domain/record/record.ts'

/** A plain record as its owner first writes it. */
export function record<T extends RecordType>(type: T, id: string, fields: RecordShapes[T]): Draft {
  return { ent: { type, id }, event: { type: 'record_changed', payload: { ...fields } } }
}
