/** Sizes a person may enter. Beyond any real service, small enough that no total can leave exact integers. */
export const QTY_MAX = 9_999
export const COVERS_MAX = 999
/** Lines sent by one action: an action is one frame on the wire (docs/protocol.md). */
export const SENDING_MAX = 300
export const NOTE_LENGTH_MAX = 200
export const NAME_LENGTH_MAX = 80
/** One saved record, as text: longer than any menu entry, footer or address. */
export const RECORD_CHARS_MAX = 64 * 1024
/** 1,000 %, in millionths. */
export const RATE_PPM_MAX = 10_000_000
