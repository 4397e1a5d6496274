import { lazy, Suspense, type ReactNode } from 'react'
import { useFetchedAhead } from '#app/ui/use-fetched-ahead.ts'
import type { TableView } from '#device/messages.ts'

const loadChooser = () => import('./order-chooser.tsx')
const loadCovers = () => import('./covers-dialog.tsx')
const OrderChooser = lazy(async () => ({ default: (await loadChooser()).OrderChooser }))
const CoversDialog = lazy(async () => ({ default: (await loadCovers()).CoversDialog }))

interface Props {
  /** A table with several orders: which one? */
  readonly choosing: TableView | null
  readonly onChoose: (orderId: string) => void
  readonly onChoosingClose: () => void
  /** A free table: for how many? */
  readonly seating: TableView | null
  readonly onSeat: (covers: number) => void
  readonly onSeatingClose: () => void
}

/** What a table may ask before its order opens. Their program comes after the floor is painted. */
export function FloorDialogs(props: Props): ReactNode {
  const { choosing, onChoose, onChoosingClose, seating, onSeat, onSeatingClose } = props
  const hasChooser = useFetchedAhead(loadChooser)
  const hasCovers = useFetchedAhead(loadCovers)
  return (
    <Suspense fallback={null}>
      {(hasChooser || choosing !== null) && (
        <OrderChooser table={choosing} onChoose={onChoose} onClose={onChoosingClose} />
      )}
      {(hasCovers || seating !== null) && (
        <CoversDialog table={seating} onChoose={onSeat} onClose={onSeatingClose} />
      )}
    </Suspense>
  )
}
