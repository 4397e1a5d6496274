import { percentile, rounded } from './stats.ts'

/** One figure beside what it is judged by: a bare peer measured in the same run, or a target. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: number
  /** value / reference. */
  readonly ratio: number
  /** What else is to be known of it. */
  readonly note?: string
}

/** Something that should be true of the figures. */
export interface Check {
  readonly says: string
  readonly holds: boolean
}

export interface Measured {
  readonly rows: readonly Row[]
  readonly checks: readonly Check[]
}

export function rowOf(name: string, unit: string, value: number, reference: number): Row {
  return {
    name,
    value: rounded(value),
    unit,
    reference: rounded(reference),
    ratio: rounded(value / reference),
  }
}

/** The same shares of two series, side by side. */
export function latencyRows(
  name: string,
  shares: readonly number[],
  values: readonly number[],
  references: readonly number[],
): readonly Row[] {
  return shares.map((share) =>
    rowOf(`${name}, p${share * 100}`, 'ms', percentile(values, share), percentile(references, share)),
  )
}

/** A figure against a fixed target, which stands in the place of the reference. */
export function targetRow(name: string, unit: string, value: number, target: number): Row {
  return rowOf(`${name} (against the target)`, unit, value, target)
}

export function atMost(what: string, value: number, most: number): Check {
  return { says: `${what}: ${rounded(value)} ms, at most ${rounded(most)} ms`, holds: value <= most }
}

export function atLeast(what: string, value: number, least: number): Check {
  return { says: `${what}: ${rounded(value)}, at least ${rounded(least)}`, holds: value >= least }
}
