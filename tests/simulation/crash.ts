/** Thrown into whatever a node was doing when its power went. */
export class CrashSignal extends Error {
  override readonly name = 'CrashSignal'
}
