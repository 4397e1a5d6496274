import { useQuery } from '@tanstack/react-query'
import type { DeviceStatus } from '#device/messages.ts'
import { useDevice } from './device-context.ts'
import { useAsk } from './use-ask.ts'

const STARTING: DeviceStatus = {
  state: 'starting',
  problem: null,
  deviceId: null,
  deviceName: null,
  link: 'offline',
  savedHere: 0,
  store: { state: 'none', waiting: 0, oldestAt: null },
  cloud: { state: 'none', waiting: 0, oldestAt: null },
  persisted: null,
  storageUsedBytes: null,
  storageQuotaBytes: null,
}

/** Only whether this device can work: a screen that asks for this is not painted again with every saved change. */
export function useDeviceState(): Pick<DeviceStatus, 'state' | 'problem'> {
  const device = useDevice()
  const { data, error } = useQuery({
    queryKey: ['status', null],
    queryFn: () => device.query('status', null),
    select: ({ state, problem }: DeviceStatus) => ({ state, problem }),
  })
  if (data !== undefined) return data
  return error === null ? STARTING : { state: 'failed', problem: error.message }
}

/** How this device is and where its data is safe; "starting" until it has said so. */
export function useStatus(): DeviceStatus {
  const { data, error } = useAsk('status', null)
  if (data !== undefined) return data
  return error === null ? STARTING : { ...STARTING, state: 'failed', problem: error.message }
}
