import { useEffect, useMemo } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'

/**
 * All records of a kind, each read by `read`, which has to be the same function each time. Null until they are here.
 * A device that cannot answer is a failed page, as everywhere.
 */
export function useRecords<T>(
  type: OfficeRecordType,
  read: (record: OfficeRecord) => T,
): readonly T[] | null {
  const { token, forget } = useSession()
  const { data, error } = useAsk('records', { token, type }, { enabled: token !== '' })
  const ended = data?.ok === false
  // The page asks nobody who may not: all that is left is a session that has ended.
  useEffect(() => {
    if (ended) forget()
  }, [ended, forget])
  if (error !== null) throw error
  return useMemo(() => (data?.ok === true ? data.value.map(read) : null), [data, read])
}
