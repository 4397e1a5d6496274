import { createHash } from 'node:crypto'
import type { Signing } from '#sync/ports.ts'

/** Stands for Ed25519, at a hundredth of its cost: nobody in here computes another's. Every device signs. */
export const SIGNING: Signing = {
  signs: () => true,
  sign: async (dev, text) => markOf(dev, text),
  verify: async (dev, text, sig) => sig === markOf(dev, text),
}

function markOf(dev: string, text: string): string {
  return createHash('sha256').update(`the key of ${dev}\n${text}`).digest('base64url')
}
