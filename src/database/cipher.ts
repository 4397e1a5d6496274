/** A database key: 256 random bits as 64 hex digits. */
const KEY = /^[0-9a-f]{64}$/i

export function isDatabaseKey(text: string): boolean {
  return KEY.test(text)
}

/** 32 random bytes as a key. */
export function databaseKeyOf(random: Uint8Array): string {
  if (random.byteLength !== 32) throw new Error('assertion failed: a database key has 32 bytes')
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * What a session says before anything else: SQLCipher 4's pages, the same in the browser and on the hub. The key goes in
 * as it is, without a passphrase's detour. What does not fit in memory would be sorted in a file nobody encrypts. [CRYPT1]
 */
export function cipherPragmas(key: string): readonly string[] {
  if (!isDatabaseKey(key)) throw new Error('assertion failed: a database key has 64 hex digits')
  return ["cipher = 'sqlcipher'", 'legacy = 4', `key = "x'${key}'"`, 'temp_store = memory']
}
