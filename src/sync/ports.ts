import type { foldEntity } from '#domain/event/fold.ts'

/** The device's clock: raw milliseconds since 1970, and the correction it knows. */
export interface Clock {
  wall(): number
  offset(): number
}

/** Signatures of devices over their own logs: Ed25519, or what stands for it in a simulation. [SIGN1] */
export interface Signing {
  /** Whether this device signs whatever it writes: its id was made of its key. */
  signs(dev: string): boolean
  /** In the name of a device whose key is here; null: it is not. */
  sign(dev: string, text: string): Promise<string | null>
  /** Whether that very device signed this. */
  verify(dev: string, text: string, sig: string): Promise<boolean>
}

/** Test-only switches: known bugs, to prove that the simulator finds them, and older programs. Never set in a product. */
export interface Sabotage {
  /** Known events are taken in again. */
  readonly noDedup?: boolean
  /** Nothing is ever flushed. */
  readonly noFlush?: boolean
  /** What others brought, and the heads that are told, are not flushed. */
  readonly ackBeforeFlush?: boolean
  /** Equal stamps of two devices are folded as they arrive. */
  readonly noTieBreak?: boolean
  /** An event behind the last one folded is folded on top of it. */
  readonly noFoldAnew?: boolean
  /** An event beyond the next one is accepted. */
  readonly gapAccepted?: boolean
  /** An action of which only the beginning came is accepted. */
  readonly tornTxn?: boolean
  /** An event that was changed on the way is accepted. */
  readonly noHashCheck?: boolean
  /** Whoever brings an event is believed that its author wrote it. */
  readonly noSignatureCheck?: boolean
  /** What is passed on has lost its author's signature. */
  readonly dropsSignatures?: boolean
  /** An event of another store is accepted. */
  readonly anyStore?: boolean
  /** What was set aside is dropped. */
  readonly noQuarantine?: boolean
  /** A stamp looks at the clock alone. */
  readonly stampByClock?: boolean
  /** A server whose heads fell back is taken to be where it was. */
  readonly headsOnlyRise?: boolean
  /** Another fold. */
  readonly fold?: typeof foldEntity
  /** What a forked device has to write again under its new id is dropped. */
  readonly tailDropped?: boolean
  /** Of a log with another past only its first event is kept, and nobody is brought what is taken back. */
  readonly forkTailIgnored?: boolean
  /** What two copies wrote again counts twice. */
  readonly againCounts?: boolean
  /** What no store has acknowledged is let go of. */
  readonly pruneUnsafe?: boolean
  /** An order that is not settled is let go of. */
  readonly pruneOpen?: boolean
  /** What went leaves no base. */
  readonly pruneNoBase?: boolean
  /** No bug: an older program, which knows no events of these types. */
  readonly unknown?: ReadonlySet<string>
}
