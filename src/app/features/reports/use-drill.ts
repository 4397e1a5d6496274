import { useCallback, useEffect, useRef, useState } from 'react'
import { useDevice } from '#app/data/device-context.ts'
import { useSession } from '#app/data/session-context.ts'
import { useServer } from '#app/data/use-server.ts'
import type { Failure } from '#device/messages.ts'
import type { Drill } from '#domain/report/drill.ts'
import type { DrillOrder, DrillPlace } from '#domain/report/drill-view.ts'
import type { ReportRange } from '#domain/report/range-view.ts'

interface Found {
  readonly orders: readonly DrillOrder[]
  readonly next: DrillPlace | null
  readonly busy: boolean
  readonly failure: Failure | null
}

interface Drilled extends Found {
  more(): void
}

const NOTHING: Found = { orders: [], next: null, busy: true, failure: null }

/** Orders shown before somebody has to ask for more. */
const AT_ONCE = 25

/**
 * The orders behind a row: as many as fill a page, then more when they are asked for. Ends with its screen.
 * `fromServer`: the report's days are not here. [REPORT7]
 */
export function useDrill(
  { from, to, shiftId }: ReportRange,
  { table, key }: Drill,
  fromServer: boolean,
): Drilled {
  const device = useDevice()
  const server = useServer()
  const { token } = useSession()
  const [found, setFound] = useState<Found>(NOTHING)
  const alive = useRef(0)

  const load = useCallback(
    async (after: DrillPlace | null, before: readonly DrillOrder[]): Promise<void> => {
      alive.current += 1
      const turn = alive.current
      let orders = before
      let next = after
      // A page looks at so many orders; where few of them are wanted, several pages fill one screen.
      for (;;) {
        const range = shiftId === undefined ? { from, to } : { from, to, shiftId }
        const asked = { range, drill: { table, key }, after: next }
        const page = fromServer
          ? await server('drill', asked)
          : await device.query('drill', { token, ...asked })
        if (turn !== alive.current) return
        if (!page.ok) return setFound({ orders, next: null, busy: false, failure: page.error })
        orders = [...orders, ...page.value.orders]
        next = page.value.next
        const done = next === null || orders.length - before.length >= AT_ONCE
        setFound({ orders, next, busy: !done, failure: null })
        if (done) return
      }
    },
    [device, server, token, from, to, shiftId, table, key, fromServer],
  )
  const failed = useCallback(
    () => setFound({ ...NOTHING, busy: false, failure: { code: 'device_failed' } }),
    [],
  )
  useEffect(() => {
    setFound(NOTHING)
    load(null, []).catch(failed)
    return () => {
      alive.current += 1
    }
  }, [load, failed])
  return {
    ...found,
    more: () => {
      setFound({ ...found, busy: true })
      load(found.next, found.orders).catch(failed)
    },
  }
}
