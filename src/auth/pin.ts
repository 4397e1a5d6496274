/** Hashes and checks PINs with argon2id; native on the server, WebAssembly in the browser. */
export interface PinHasher {
  /** The PIN with a fresh salt, in the encoded form that carries salt and cost. */
  hash(pin: string): Promise<string>
  verify(encoded: string, pin: string): Promise<boolean>
}

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. A phone takes about a tenth of a second. */
export const ARGON2_COST = { memoryKib: 19_456, passes: 2, lanes: 1 } as const

export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text)
}
