/** All chance in a simulation comes from here: the same seed draws the same numbers on every machine. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  id(prefix: string): string
  /** A stream of its own, so that one more draw in one part does not change every other part. */
  fork(): Random
}

/** sfc32 (PractRand), with its 128 bits of state filled from the seed by splitmix32. */
export function createRandom(seed: number): Random {
  const fill = splitmix32(seed)
  let a = fill()
  let b = fill()
  let c = fill()
  let counter = 1

  function next32(): number {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }

  for (let i = 0; i < 12; i++) next32()
  const next = () => next32() / 2 ** 32
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(list) {
      const picked = list[int(0, list.length - 1)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    id: (prefix) => `${prefix}-${next32().toString(16).padStart(8, '0')}`,
    fork: () => createRandom(next32()),
  }
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 0
  }
}
