import { useCallback } from 'react'
import type { Failure } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'
import { err, type Result } from '#domain/result.ts'
import { useSession } from './session-context.ts'
import { useAct } from './use-act.ts'

export type RunCommand = (command: Command) => Promise<Result<null, Failure>>

/** Runs a command as the person logged in. Never rejects: a crash comes back as a failure with words, too. */
export function useCommand(): RunCommand {
  const act = useAct()
  const { token, forget } = useSession()
  return useCallback(
    async (command) => {
      try {
        const result = await act('command', { token, commandId: crypto.randomUUID(), command })
        if (!result.ok && result.error.code === 'session_ended') forget()
        return result
      } catch {
        return err({ code: 'device_failed' })
      }
    },
    [act, token, forget],
  )
}
