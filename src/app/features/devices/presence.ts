import type { DeviceView } from '#device/messages/device-views.ts'

export type Presence = 'revoked' | 'this' | 'now' | 'away' | 'never' | 'unknown'

/** A live line asks once a minute, a polling one every five seconds: twice that and a little is still here. */
const HERE_MS = { socket: 130_000, http: 20_000 } as const

/** Whether a device is here, as far as the server's last word goes. */
export function presenceOf(device: DeviceView, now: number, reached: boolean): Presence {
  if (!device.active) return 'revoked'
  if (device.isThis) return 'this'
  if (!reached) return 'unknown'
  if (device.last === null) return 'never'
  return now - device.last.at <= HERE_MS[device.last.via] ? 'now' : 'away'
}

const CLOCK_MATTERS_MS = 60_000

/** How far a clock is off, where a person should look at it; else null. */
export function clockOffMs({ last }: DeviceView): number | null {
  const off = Math.abs(last?.offsetMs ?? 0)
  return off >= CLOCK_MATTERS_MS ? off : null
}
