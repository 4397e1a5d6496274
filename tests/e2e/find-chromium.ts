import { findChromium } from '../../scripts/chromium.ts'

/** Before the first file: two that are run at once would both install it, and stand in each other's way. */
export function setup(): void {
  findChromium()
}
