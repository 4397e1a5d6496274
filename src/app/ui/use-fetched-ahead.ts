import { useEffect, useState } from 'react'

/** How long after a screen is painted: nobody taps anything open sooner, and nothing waits for it. */
const FETCH_AFTER_MS = 400

/** Fetches a part of the program that is soon wanted, after what is on the screen now. True once it is here. */
export function useFetchedAhead(load: () => Promise<unknown>): boolean {
  const [fetched, setFetched] = useState(false)
  useEffect(() => {
    let gone = false
    const fetch = (): void =>
      void load().then(
        () => !gone && setFetched(true),
        // Should the server die in this moment, it is fetched when it is needed; the page's own cache will have it by then.
        () => {},
      )
    const timer = setTimeout(fetch, FETCH_AFTER_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [load])
  return fetched
}
