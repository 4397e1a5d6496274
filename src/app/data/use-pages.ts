import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Queries, QueryName } from '#device/messages.ts'
import { useDevice } from './device-context.ts'

/** Questions whose answer is a page, and where the next begins. */
type PagedName = {
  [Q in QueryName]: Queries[Q]['result'] extends { readonly next: unknown } ? Q : never
}[QueryName]

type Next<Q extends PagedName> = Extract<Queries[Q]['result'], { readonly next: unknown }>['next']

interface Pages<Q extends PagedName> {
  /** Undefined: the first one is on its way. */
  readonly pages: readonly Queries[Q]['result'][] | undefined
  readonly failed: boolean
  readonly more: boolean
  readonly loading: boolean
  /** The pages are of what was asked before; those of what is asked now are on their way. */
  readonly old: boolean
  showMore(): void
  retry(): void
}

/**
 * A list of the device's, a page after the other as somebody wants to see more. When what it shows has changed, all
 * pages on screen are read again, each from where the one before it ends now: no row is lost or doubled between them.
 */
export function usePages<Q extends PagedName>(name: Q, params: Omit<Queries[Q]['params'], 'after'>): Pages<Q> {
  const device = useDevice()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData, refetch } =
    useInfiniteQuery({
      queryKey: [name, params],
      queryFn: ({ pageParam }) =>
        device.query(name, { ...params, after: pageParam } as unknown as Queries[Q]['params']),
      initialPageParam: null as Next<Q> | null,
      getNextPageParam: (last: Queries[Q]['result']) => (last as { readonly next: Next<Q> }).next,
      placeholderData: keepPreviousData,
    })
  return {
    pages: data?.pages,
    failed: error !== null && data === undefined,
    more: hasNextPage,
    loading: isFetchingNextPage,
    old: isPlaceholderData,
    showMore: () => void fetchNextPage(),
    retry: () => void refetch(),
  }
}
