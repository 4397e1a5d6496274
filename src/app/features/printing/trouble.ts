import type { PrintJobView } from '#device/messages/print-views.ts'
import type { PersonView } from '#device/messages.ts'

/** Whether a job does not simply come out in a moment. A first try that is on its way is none. [PRINTJOB7] */
export function isTrouble({ state, reason }: Pick<PrintJobView, 'state' | 'reason'>): boolean {
  return state === 'holding' || state === 'held' || state === 'unknown' || reason !== null
}

/** What this person has to know of: what they sent, and all of it for whoever runs the room. [PRINTJOB7] */
export function troubleOf(
  jobs: readonly PrintJobView[],
  { id, role }: Pick<PersonView, 'id' | 'role'>,
): readonly PrintJobView[] {
  return jobs.filter((job) => isTrouble(job) && (job.askedBy === id || role !== 'waiter'))
}
