/** How a figure compares with the one before, in whole percent; null: there is nothing to compare with. */
export function changePercent(now: number, before: number): number | null {
  if (before === 0) return null
  const percent = Math.round(((now - before) / Math.abs(before)) * 100)
  // Minus nothing is nothing.
  return percent === 0 ? 0 : percent
}
