/** Two soft tones. Browsers let a page sound only after a tap, so `unlock` belongs in the first one. */
export interface Chime {
  unlock(): void
  /** Whether the sound was started. */
  play(): Promise<boolean>
}

const TONES_HZ = [659.25, 880]
const TONE_S = 0.45
const STEP_S = 0.16
const LOUDNESS = 0.18

/**
 * `make` opens the browser's sound, once. Between two chimes it sleeps: awake, it works all day for silence, which a
 * phone's battery pays.
 */
export function createChime(make: () => AudioContext = () => new AudioContext()): Chime {
  let audio: AudioContext | null = null
  let sounding = 0
  const open = (): AudioContext => (audio ??= make())
  const restIfStill = (): void => {
    if (sounding === 0) void audio?.suspend()
  }

  return {
    unlock() {
      void open().resume().then(restIfStill)
    },
    async play() {
      const context = open()
      // Without any tap so far `resume` never settles: do not wait for it for long.
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))])
      if (context.state !== 'running') return false
      sounding += TONES_HZ.length
      TONES_HZ.forEach((hz, index) => {
        tone(context, hz, context.currentTime + index * STEP_S).addEventListener('ended', () => {
          sounding -= 1
          restIfStill()
        })
      })
      return true
    },
  }
}

function tone(context: AudioContext, hz: number, at: number): OscillatorNode {
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hz })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.03)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + TONE_S)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + TONE_S)
  return oscillator
}
