import { useCallback, useState } from 'react'
import { useCommand } from '#app/data/use-command.ts'
import type { Failure, OfficeRecordType } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'

export interface Saving {
  readonly busy: boolean
  /** Why the last try was refused. */
  readonly failure: Failure | null
  /** Saves these fields; nothing is nothing to save. True when they are kept. */
  save(type: OfficeRecordType, id: string, fields: RecordFields): Promise<boolean>
}

export function useSaving(): Saving {
  const run = useCommand()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = useCallback(
    async (type: OfficeRecordType, id: string, fields: RecordFields) => {
      if (Object.keys(fields).length === 0) return true
      setBusy(true)
      const result = await run({ type: 'save_record', recordType: type, recordId: id, fields })
      setBusy(false)
      setFailure(result.ok ? null : result.error)
      return result.ok
    },
    [run],
  )
  return { busy, failure, save }
}
