/** The device's clock: raw milliseconds since 1970, and the correction it knows. */
export interface Clock {
  wall(): number
  offset(): number
}

/** Test-only switches that plant a known bug, to prove that the simulator finds it. Never set in a product. */
export interface Sabotage {
  readonly noDedup?: boolean
  readonly noFlush?: boolean
  readonly noTieBreak?: boolean
}
