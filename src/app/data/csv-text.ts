/** One table as a file: RFC 4180, that is CRLF and doubled quotes. [REPORT9] */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'
}

/** Says to a spreadsheet that the file is UTF-8; without it Excel reads "Café" as "CafÃ©". */
export const BYTE_ORDER_MARK = '\uFEFF'

const NUMBER = /^-?\d+(\.\d+)?$/
/** A spreadsheet runs what begins so as a formula, also after spaces and where a tab or line break comes first. */
export const FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/**
 * A dish may be called "=HYPERLINK(…)" by whoever may name one, and the file is opened by somebody else: what looks like
 * a formula gets an apostrophe before it, as spreadsheets themselves mark text. An amount below nothing is a number.
 */
function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
