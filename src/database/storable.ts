/** SQLite would keep a NUL or half a surrogate pair; PostgreSQL refuses both, and with them the whole page. */
export function storableText(value: string): string {
  return value.toWellFormed().replaceAll('\0', '')
}
