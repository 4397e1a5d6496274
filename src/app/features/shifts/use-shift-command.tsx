import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useCommand } from '#app/data/use-command.ts'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'

interface ShiftCommand {
  readonly busy: boolean
  /** Why the last one was refused, in words; nothing while nothing was. */
  readonly note: ReactNode
  /** Whether it was done. A second press while the first is on its way does nothing. */
  run(command: Command): Promise<boolean>
}

/** Runs a command of a form and says beside its button why it was refused. */
export function useShiftCommand(): ShiftCommand {
  const command = useCommand()
  const wordsOf = useFailureWords()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (asked: Command) => {
      if (running.current) return false
      running.current = true
      setBusy(true)
      const result = await command(asked)
      running.current = false
      setBusy(false)
      setFailure(result.ok ? null : result.error)
      return result.ok
    },
    [command],
  )
  const words = failure === null ? null : wordsOf(failure)
  const note = words === null ? null : <Note tone="bad" title={words.message} text={words.remedy} />
  return { busy, note, run }
}
