/** The letters that begin order numbers, in the order devices get them. I and O look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The next free letter, or pair of letters once the alphabet is used up. */
export function nextLetter(used: ReadonlySet<string>): string {
  for (const letter of LETTERS) if (!used.has(letter)) return letter
  for (const first of LETTERS) {
    for (const second of LETTERS) if (!used.has(first + second)) return first + second
  }
  throw new Error('assertion failed: a store has more devices than letters')
}

/** A pairing code: 8 signs of an alphabet without look-alikes (40 bits), shown as `ABCD-EFGH`. */
const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const PAIRING_CODE_MS = 10 * 60_000

/** Makes a code from eight random bytes. */
export function pairingCode(random: Uint8Array): string {
  const signs = Array.from(random.slice(0, 8), (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

/** What a person typed, in the form codes are kept in. */
export function normalCode(typed: string): string {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}
