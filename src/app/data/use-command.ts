import { useCallback } from 'react'
import type { Actions, Failure } from '#device/messages.ts'
import type { Command } from '#domain/command/command.ts'
import { err, type Result } from '#domain/result.ts'
import { useApproval } from './approval-context.ts'
import { useSession } from './session-context.ts'
import { useAct } from './use-act.ts'

export type RunCommand = (command: Command) => Promise<Result<null, Failure>>

/**
 * Runs a command as the person logged in. Where somebody's yes is missing it is asked for on the spot, whatever the
 * screen. Never rejects: a crash comes back as a failure with words, too.
 */
export function useCommand(): RunCommand {
  const act = useAct()
  const askApproval = useApproval()
  const { token, forget } = useSession()
  return useCallback(
    async (command) => {
      const commandId = crypto.randomUUID()
      const run = async (
        approval?: Actions['command']['params']['approval'],
      ): Promise<Result<null, Failure>> => {
        try {
          const given = approval === undefined ? {} : { approval }
          const result = await act('command', { token, commandId, command, ...given })
          if (!result.ok && result.error.code === 'session_ended') forget()
          return result
        } catch {
          return err({ code: 'device_failed' })
        }
      }
      const result = await run()
      if (result.ok || result.error.approval === undefined) return result
      return askApproval({
        asked: result.error.approval,
        approve: (userId, pin) => run({ userId, pin }),
      })
    },
    [act, askApproval, token, forget],
  )
}
