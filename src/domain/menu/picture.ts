/** A picture somebody uploaded: whose it is, and the hash of its bytes as they are kept. [PICTURE1] */
export interface OwnPicture {
  readonly store: string
  /** SHA-256, in hexadecimal. */
  readonly hash: string
}

/** What a record says of it: `STORE/HASH`. Any other name is one of the product's own drawings. */
export function pictureName({ store, hash }: OwnPicture): string {
  return `${store}/${hash}`
}

export function ownPicture(name: string): OwnPicture | null {
  const match = OWN.exec(name)
  const [store, hash] = [match?.[1], match?.[2]]
  return store === undefined || hash === undefined ? null : { store, hash }
}

/** Where a server shows it; null: there is none, or the record names something that is no picture. [PICTURE1] */
export function picturePath(name: string): string | null {
  if (ownPicture(name) !== null) return `/pictures/${name}.webp`
  return DRAWN.test(name) ? `/pictures/${name}.svg` : null
}

const OWN = /^([\w-]{1,80})\/([0-9a-f]{64})$/
const DRAWN = /^[\w-]{1,80}$/
