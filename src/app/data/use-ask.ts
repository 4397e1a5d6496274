import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Queries, QueryName } from '#device/messages.ts'
import { useDevice } from './device-context.ts'

interface Options {
  readonly enabled?: boolean
  /** While the answer to new parameters is on its way, show the old one. Wrong where it could be mistaken. */
  readonly keepPrevious?: boolean
  /** Forgotten as soon as nobody looks at it: for what also depends on the time of day. */
  readonly fleeting?: boolean
  /** Asked again this often while somebody looks: for what no change on this device tells. */
  readonly everyMs?: number
}

/** A question to the device, asked again whenever what it shows has changed. */
export function useAsk<Q extends QueryName>(
  name: Q,
  params: Queries[Q]['params'],
  { enabled = true, keepPrevious = false, fleeting = false, everyMs }: Options = {},
): UseQueryResult<Queries[Q]['result']> {
  const device = useDevice()
  return useQuery<Queries[Q]['result'], Error, Queries[Q]['result']>({
    queryKey: [name, params],
    queryFn: () => device.query(name, params),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(fleeting ? { gcTime: 0 } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
