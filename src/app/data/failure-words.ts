import { useCallback } from 'react'
import type { Failure } from '#device/messages.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import type { ErrorWords } from '#i18n/error-words.ts'
import { errors } from '#i18n/errors.ts'

/** `i18n` may not import `domain`: here the compiler finds a code without words. */
errors satisfies { readonly [code in RejectionCode]: ErrorWords }

function isKnown(code: string): code is keyof typeof errors {
  return Object.hasOwn(errors, code)
}

/** A failure in plain words: what happened and what to do. */
export function useFailureWords(): (failure: Failure) => ErrorWords {
  return useCallback((failure) => errors[isKnown(failure.code) ? failure.code : 'unknown'], [])
}
