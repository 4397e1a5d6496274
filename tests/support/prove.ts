/** How often a proof is done: `short` times in `npm test`, and as often as `npm run prove` was told in its long form. */
export function timesOf(short: number): number {
  const told = process.env['PROVE_TIMES']
  return told === undefined ? short : Number(told)
}

/** Whether this is the long form, run by itself: only there is time measured. */
export function isProof(): boolean {
  return process.env['PROVE_TIMES'] !== undefined
}

/** What a proof measured, for whoever runs it by itself. */
export function report(line: string): void {
  if (isProof()) process.stdout.write(`${line}\n`)
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('assertion failed: a median of nothing')
  return (low + high) / 2
}
