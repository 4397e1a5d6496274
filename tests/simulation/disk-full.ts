/** There is no room left on a node's disk. What it was doing is taken back; it goes on with what it has. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull'
}
