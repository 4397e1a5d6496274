import { useCallback } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { RunCommand } from '#app/data/use-command.ts'
import type { NewLine } from './options/choosing.ts'

interface Courses {
  /** A line as it was chosen on the sheet; false when it was refused. */
  order(line: NewLine): Promise<boolean>
  /** Holds lines back: Send leaves them here. */
  hold(itemIds: readonly string[]): void
  /** Sends what is held for a course. */
  fire(course: number): void
}

/** What is done with whole lines and courses, one at a time: nobody taps these twice within a frame. */
export function useCourses(orderId: string, run: RunCommand): Courses {
  const order = useCallback(
    async (line: NewLine) => (await run({ type: 'add_item', orderId, itemId: newId(), ...line })).ok,
    [orderId, run],
  )
  const hold = useCallback(
    (itemIds: readonly string[]) => {
      for (const itemId of itemIds) void run({ type: 'place_item', orderId, itemId, held: true })
    },
    [orderId, run],
  )
  const fire = useCallback(
    (course: number) => void run({ type: 'fire_course', orderId, course }),
    [orderId, run],
  )
  return { order, hold, fire }
}
