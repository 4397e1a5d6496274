import type { ExchangeReply, ExchangeRequest } from './protocol.ts'

/** Whether a push may speak of this device's own log alone. [WIRE5] */
export interface Brevity {
  mayBeShort(line: { readonly hears?: boolean }): boolean
  asked(request: ExchangeRequest): void
  heard(reply: ExchangeReply): void
  /** All logs are to be compared: no push may stand in the way of that. */
  compare(): void
  /** A frame that could not be taken in is missing now. */
  failed(error: unknown): never
  forget(): void
}

export function createBrevity(): Brevity {
  /** The server said that it takes short requests. */
  let isTaken = false
  let compares = false
  return {
    mayBeShort: ({ hears }) => isTaken && hears === true && !compares,
    asked({ short }) {
      // Should it fail, nothing is assumed of the server, and the next one says all again.
      if (short !== true) compares = false
    },
    heard({ short }) {
      isTaken = short === true
    },
    compare() {
      compares = true
    },
    failed(error) {
      compares = true
      throw error
    },
    forget() {
      isTaken = false
    },
  }
}
