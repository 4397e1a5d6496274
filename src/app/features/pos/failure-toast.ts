import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useCommand, type RunCommand } from '#app/data/use-command.ts'

const SHOWN_MS = 8000

/** Runs a command and says in plain words why, when it is refused. */
export function useTellingCommand(): RunCommand {
  const run = useCommand()
  const wordsOf = useFailureWords()
  return useCallback(
    async (command) => {
      const result = await run(command)
      // Whoever put the question away knows why nothing happened.
      if (!result.ok && result.error.code !== 'approval_withheld') {
        const words = wordsOf(result.error)
        notifications.show({
          id: result.error.code, // the same refusal ten times is shown once
          title: words.message,
          message: words.remedy,
          color: 'red',
          autoClose: SHOWN_MS,
          role: 'alert',
        })
      }
      return result
    },
    [run, wordsOf],
  )
}
