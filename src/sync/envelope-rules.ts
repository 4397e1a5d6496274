/** Longest payload of one event, in characters: far above any real one, small enough for a phone. */
export const PAYLOAD_CHARS_MAX = 512 * 1024
/** Most events one user action may make; a page holds at least one whole action. */
export const TXN_EVENTS_MAX = 400

/** Printable ASCII only, so that no field can forge a line of the hashed text. */
export const ID = /^[\x21-\x7e]{1,80}$/
export const HASH = /^[0-9a-f]{64}$/
/** The year 10000 and later would leave no stamp to follow. */
export const HLC = /^[0-9a-e][0-9a-f]{15}$/
/** Short and printable is all it must be here: whether it signs anything is judged beside the log. [SIGN3] */
export const SIGNATURE = /^[\x21-\x7e]{1,200}$/

export function isPayloadText(text: string): boolean {
  return !text.includes('\n') && !text.includes('\0') && text.isWellFormed()
}
