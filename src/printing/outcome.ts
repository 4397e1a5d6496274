/** What is known about the paper after a try. Only `not_sent` is safe to send again without a second copy. */
export type TryState = 'confirmed' | 'sent' | 'not_sent' | 'unknown'

export interface TriedJob {
  readonly kind: string
  /** A copy that this program made by itself: it makes no copy of a copy. */
  readonly isCopy: boolean
  /** A marked copy is on its way or printed already. */
  readonly hasCopy: boolean
}

/** What becomes of a job after a try. */
export type Next =
  | { readonly do: 'finish'; readonly state: 'printed' | 'sent' }
  /** Nothing of it left: again, later or elsewhere. */
  | { readonly do: 'retry' }
  /** Nobody knows: a marked copy goes out, once. */
  | { readonly do: 'copy' }
  /** A marked copy went out while this one was in doubt. */
  | { readonly do: 'leave' }
  /** It is of no use any more. */
  | { readonly do: 'drop' }
  /** A person decides. */
  | { readonly do: 'ask' }

/**
 * Kitchen tickets come out at least once, and every further copy says so; everything else at most once by the machine.
 * [PRINTJOB3] [PRINTJOB4]
 */
export function afterTry({ kind, isCopy, hasCopy }: TriedJob, state: TryState): Next {
  switch (state) {
    case 'confirmed':
      return { do: 'finish', state: 'printed' }
    case 'sent':
      return { do: 'finish', state: 'sent' }
    case 'not_sent':
      return { do: 'retry' }
    case 'unknown':
      // A drawer is never opened twice by the machine. [DRAWER3]
      if (kind === 'drawer') return { do: 'drop' }
      if (kind !== 'kitchen') return { do: 'ask' }
      if (isCopy) return { do: 'ask' }
      return hasCopy ? { do: 'leave' } : { do: 'copy' }
  }
}

/** How long the queue is patient, in milliseconds. */
export interface QueueTimes {
  /** A printer that takes nothing for this long has its kitchen tickets printed by its backup. [PRINTJOB5] */
  readonly backupAfterMs: number
  /** A ticket that is stuck in a printer for this long is printed by the backup, too, and says so. [PRINTJOB5] */
  readonly heldCopyAfterMs: number
  /** A ticket that waited so long is not printed by itself any more: it was called out meanwhile. [PRINTJOB6] */
  readonly ticketWaitsMs: number
  /** Between tries; the last one repeats. */
  readonly retryMs: readonly number[]
}

export const QUEUE_TIMES: QueueTimes = {
  backupAfterMs: 15_000,
  heldCopyAfterMs: 30_000,
  ticketWaitsMs: 10 * 60_000,
  retryMs: [1_000, 2_000, 5_000, 10_000, 30_000],
}

/** A ticket that comes this late from a device without a line says so. [PRINTJOB6] */
export const LATE_AFTER_MS = 2 * 60_000
/** One that comes later than this is for a person to decide. [PRINTJOB6] */
export const STALE_TICKET_MS = 2 * 3_600_000

/** What stands above a ticket that is not simply the first of its kind. */
export type Mark = '' | 'backup' | 'maybe' | 'again'

export function isMark(text: string): text is Mark {
  return ['', 'backup', 'maybe', 'again'].includes(text)
}

export interface WaitingTicket {
  readonly printerId: string
  readonly attempts: number
  /** Since it is in the queue of this printer, or was last tried there. */
  readonly waitedMs: number
}

/**
 * Whether a waiting kitchen ticket goes to the other printer of its station: its own takes nothing, and that one
 * prints as far as anybody knows. A new ticket tries its own printer first: that is how it is found to print again.
 * `downMs`: since when a printer takes nothing; null: it prints. [PRINTJOB5]
 */
export function shouldMove(
  ticket: WaitingTicket,
  otherPrinterId: string | null,
  downMs: (printerId: string) => number | null,
  { backupAfterMs }: QueueTimes = QUEUE_TIMES,
): boolean {
  if (otherPrinterId === null || downMs(otherPrinterId) !== null) return false
  if ((downMs(ticket.printerId) ?? 0) < backupAfterMs) return false
  return ticket.attempts > 0 || ticket.waitedMs >= backupAfterMs
}

/**
 * The printer that tries next after one took nothing: where both are bad they take turns, so that whichever comes
 * back first prints the ticket. [PRINTJOB5]
 */
export function nextPrinter(
  printerId: string,
  otherPrinterId: string | null,
  downMs: number,
  { backupAfterMs }: QueueTimes = QUEUE_TIMES,
): string {
  return otherPrinterId === null || downMs < backupAfterMs ? printerId : otherPrinterId
}
