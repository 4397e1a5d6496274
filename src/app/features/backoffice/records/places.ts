/** A record with a place in a list. */
interface Placed {
  readonly id: string
  readonly position: number
}

/**
 * Which positions change when one of the listed moves a place up or down. Places that were equal or had holes become
 * whole numbers from 0, and only what differs is written.
 */
export function movedPlaces(listed: readonly Placed[], id: string, by: 1 | -1): readonly Placed[] {
  const from = listed.findIndex((one) => one.id === id)
  const to = from + by
  const moved = listed[from]
  if (moved === undefined || to < 0 || to >= listed.length) return []
  const order = listed.toSpliced(from, 1).toSpliced(to, 0, moved)
  return order
    .map((one, position) => ({ id: one.id, position, was: one.position }))
    .filter(({ position, was }) => position !== was)
    .map(({ id: oneId, position }) => ({ id: oneId, position }))
}
