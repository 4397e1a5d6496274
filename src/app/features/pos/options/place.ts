/** The id of what stands somewhere on the sheet: the slot, groups and options above it, outermost first. */
export function placeOf(way: readonly string[]): string {
  return `choice/${way.join('/')}`
}
