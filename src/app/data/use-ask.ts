import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Queries, QueryName } from '#device/messages.ts'
import { useDevice } from './device-context.ts'

interface Options {
  readonly enabled?: boolean
  /** While the answer to new parameters is on its way, show the old one. Wrong where it could be mistaken. */
  readonly keepPrevious?: boolean
}

/** A question to the device, asked again whenever what it shows has changed. */
export function useAsk<Q extends QueryName>(
  name: Q,
  params: Queries[Q]['params'],
  { enabled = true, keepPrevious = false }: Options = {},
): UseQueryResult<Queries[Q]['result']> {
  const device = useDevice()
  return useQuery<Queries[Q]['result'], Error, Queries[Q]['result']>({
    queryKey: [name, params],
    queryFn: () => device.query(name, params),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
