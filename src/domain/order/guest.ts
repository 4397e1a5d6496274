import { NAME_LENGTH_MAX, NOTE_LENGTH_MAX } from '#domain/limits.ts'
import type { Guest } from './order.ts'

export const NO_GUEST: Guest = { name: '', contact: '', address: '' }

/** Short enough for a ticket, a label and a bag. [ORDER9] */
export function isGuest({ name, contact, address }: Guest): boolean {
  return (
    name.length <= NAME_LENGTH_MAX && contact.length <= NAME_LENGTH_MAX && address.length <= NOTE_LENGTH_MAX
  )
}

export function sameGuest(a: Guest, b: Guest): boolean {
  return a.name === b.name && a.contact === b.contact && a.address === b.address
}
