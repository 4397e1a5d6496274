/** One measurement of the server's clock: how long the round trip took, and the correction it suggests. */
export interface ClockSample {
  readonly roundTripMs: number
  readonly offsetMs: number
}

const SAMPLES_KEPT = 10

export function sampleClock(sentAt: number, receivedAt: number, serverNow: number): ClockSample {
  const roundTripMs = Math.max(0, receivedAt - sentAt)
  return { roundTripMs, offsetMs: Math.round(serverNow - (sentAt + roundTripMs / 2)) }
}

export function addSample(samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  return [...samples, sample].slice(-SAMPLES_KEPT)
}

/** The correction of the quickest round trip: the least room for error. Milliseconds, 0 before any sample. */
export function bestOffsetMs(samples: readonly ClockSample[]): number {
  let best: ClockSample | null = null
  for (const sample of samples) if (best === null || sample.roundTripMs <= best.roundTripMs) best = sample
  return best?.offsetMs ?? 0
}
