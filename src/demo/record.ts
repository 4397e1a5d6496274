import type { RecordShapes, RecordType } from '#domain/record/record.ts'

/** One whole record of the demo café, typed by its own kind. */
export type DemoRecord = {
  readonly [T in RecordType]: { readonly type: T; readonly id: string; readonly fields: RecordShapes[T] }
}[RecordType]
