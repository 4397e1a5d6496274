import { createContext } from 'react'
import type { TryPin } from './use-pin.ts'
import type { Failure } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'

/** Asks whoever is logged in for their PIN once more, and tries it until it is right or they leave it. */
export type AskServerPin = (tryPin: TryPin) => Promise<Result<unknown, Failure>>

export const ServerPinContext = createContext<AskServerPin | null>(null)
