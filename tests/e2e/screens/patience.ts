/** For what follows within the same breath, on a machine that is busy with everything else. */
export const SOON = { timeout: 20_000, interval: 50 }

/** For what needs a reconnection or the next batch of calm edits, five seconds after the first. */
export const SYNCED = { timeout: 40_000, interval: 100 }
