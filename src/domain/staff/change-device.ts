import { isName } from '#domain/menu/shape.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Device } from './device.ts'

export interface DeviceChange {
  readonly name?: string
  /** It speaks for nobody any more. What it sent stays; a code takes it in again. */
  readonly revoke?: boolean
}

type Known = Partial<Device> & { readonly id: string }

/**
 * What is written, by device: a new name for one, or the end for it and for every id it went on under. A server is
 * renamed, never revoked. [DEVICE1] [DEVICE2]
 */
export function changeDevice(
  id: string,
  { name, revoke }: DeviceChange,
  devices: readonly Known[],
): Result<ReadonlyMap<string, RecordFields>, Rejection> {
  const known = devices.find((device) => device.id === id)
  if (known === undefined) return err({ code: 'unknown_device', rule: 'DEVICE1' })
  if (name !== undefined && (name.trim() === '' || !isName(name)))
    return err({ code: 'bad_record', rule: 'DEVICE1' })
  if (revoke === true && known.kind !== 'device') return err({ code: 'not_allowed', rule: 'DEVICE2' })
  const changes = new Map<string, RecordFields>()
  if (name !== undefined) changes.set(id, { name: name.trim() })
  if (revoke !== true) return ok(changes)
  for (const ended of [known, ...renewalsOf(id, devices)]) {
    if (ended.active === true) changes.set(ended.id, { ...changes.get(ended.id), active: false })
  }
  return ok(changes)
}

/** Every device that went on from this one, and from those. */
export function renewalsOf<T extends Pick<Known, 'id' | 'was'>>(
  id: string,
  devices: readonly T[],
): readonly T[] {
  const found = new Map<string, T>()
  const from = [id]
  for (let was = from.pop(); was !== undefined; was = from.pop()) {
    for (const device of devices) {
      if (device.was !== was || device.id === id || found.has(device.id)) continue
      found.set(device.id, device)
      from.push(device.id)
    }
  }
  return [...found.values()]
}
