/**
 * A short name for a text, the same on every engine (FNV-1a, twice, 64 bits). It tells revisions of one line, and
 * tickets of one order, apart; it proves nothing and guards nothing.
 */
export function fingerprint(text: string): string {
  return `${fnv(text, 0x811c9dc5)}${fnv(text, 0x9e3779b9)}`
}

function fnv(text: string, offset: number): string {
  let hash = offset
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
