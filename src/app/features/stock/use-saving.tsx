import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useCommand } from '#app/data/use-command.ts'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'

interface Saving {
  readonly busy: boolean
  /** Why the last one was refused, in words. */
  readonly note: ReactNode
  /** One after the other, up to the first that is refused: whether all were done. */
  run(commands: readonly Command[]): Promise<boolean>
}

/** Runs what a form asks for, and says beside its button why it was refused. */
export function useSaving(): Saving {
  const command = useCommand()
  const wordsOf = useFailureWords()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (commands: readonly Command[]) => {
      // A second press while the first is on its way does nothing.
      if (running.current) return false
      running.current = true
      setBusy(true)
      let refused: Failure | null = null
      for (const one of commands) {
        const result = await command(one)
        if (!result.ok) refused = result.error
        if (refused !== null) break
      }
      running.current = false
      setBusy(false)
      setFailure(refused)
      return refused === null
    },
    [command],
  )
  const words = failure === null ? null : wordsOf(failure)
  const note = words === null ? null : <Note tone="bad" title={words.message} text={words.remedy} />
  return { busy, note, run }
}
