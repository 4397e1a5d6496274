import type { Logger } from 'pino'
import type { Board } from './board.ts'

/** Work that exactly one of the processes does. */
export interface Duty {
  readonly name: string
  /** Called when this process has the duty. */
  start(): Promise<{ close(): Promise<void> }>
}

/** This process's part in a duty: it takes it when nobody has it, and stops at once when its session is lost. */
export interface DutyHolder {
  seek(): Promise<void>
  drop(): Promise<void>
}

export function createDutyHolder(board: Pick<Board, 'takeDuty'>, duty: Duty, log: Logger): DutyHolder {
  let held = false
  let work: { close(): Promise<void> } | null = null
  /** One step after the other: what was lost while it began ends before it begins again. */
  let steps: Promise<void> = Promise.resolve()
  const then = (step: () => Promise<void>): Promise<void> => {
    steps = steps
      .then(step)
      .catch((error: unknown) => log.error({ err: error, duty: duty.name }, 'duty failed'))
    return steps
  }

  return {
    seek: () =>
      then(async () => {
        held ||= await board.takeDuty(duty.name)
        if (held) work ??= await duty.start()
      }),
    drop() {
      held = false
      return then(async () => {
        await work?.close()
        work = null
      })
    },
  }
}
