/** Sizes a person may enter. Beyond any real service, small enough that no total can leave exact integers. */
export const QTY_MAX = 9_999
export const COVERS_MAX = 999
/** Seats and courses count from 1; 0 is the whole table, and no course. */
export const SEAT_MAX = 999
export const COURSE_MAX = 20
/** Lines sent by one action: an action is one frame on the wire (docs/protocol.md). */
export const SENDING_MAX = 300
/** Checks of one split, equal parts of one line, and shares in all: a split is one event on the wire. */
export const CHECKS_MAX = 99
export const PARTS_MAX = 9_999
export const SHARES_MAX = 2_000
export const NOTE_LENGTH_MAX = 200
export const NAME_LENGTH_MAX = 80
/** A price on the menu, in the smallest unit: ten million in most currencies. What is above is a slip of the finger. */
export const MENU_PRICE_MAX = 999_999_999
/** One saved record, as text: longer than any menu entry, footer or address. */
export const RECORD_CHARS_MAX = 64 * 1024
/** 1,000 %, in millionths. */
export const RATE_PPM_MAX = 10_000_000
/** Modifiers of one line, and how deep they hang below each other: what a kitchen ticket can still say. */
export const MODIFIERS_MAX = 100
export const MODIFIER_DEPTH_MAX = 4
/** Parts of one combo, and taxes of one line. */
export const COMBO_PARTS_MAX = 20
export const LINE_TAXES_MAX = 10
/** Just under ten thousand kilograms, in thousandths. */
export const WEIGHT_MILLI_MAX = 9_999_999
/** Ten tons, or ten million pieces, in thousandths of the unit; times the most of a line it is still exact. */
export const STOCK_QTY_MAX = 10_000_000_000
/** A million in most currencies, in thousandths of the smallest unit. */
export const WORTH_MAX = 100_000_000_000
/** Ingredients of one recipe, of one line, and of one delivery, count or waste. */
export const STOCK_LINES_MAX = 100
