/** Room on a disk as people say it: 3.4 MB, 120 MB, 12 GB. */
export function bytesInWords(bytes: number): string {
  const mega = bytes / 1_000_000
  return mega >= 1000 ? `${Math.round(mega / 1000)} GB` : `${mega.toFixed(mega < 10 ? 1 : 0)} MB`
}
