import { useQuery } from '@tanstack/react-query'
import type { DeviceStatus } from '#device/messages.ts'
import { useDevice } from './device-context.ts'
import { failedStatus, STARTING } from './starting.ts'
import { useAsk } from './use-ask.ts'

/** Only whether this device can work: a screen that asks for this is not painted again with every saved change. */
export function useDeviceState(): Pick<DeviceStatus, 'state' | 'problem'> {
  const device = useDevice()
  const { data, error } = useQuery({
    queryKey: ['status', null],
    queryFn: () => device.query('status', null),
    select: ({ state, problem }: DeviceStatus) => ({ state, problem }),
  })
  if (data !== undefined) return data
  return error === null ? STARTING : failedStatus(error.message)
}

/** How this device is and where its data is safe; "starting" until it has said so. */
export function useStatus(): DeviceStatus {
  const { data, error } = useAsk('status', null)
  if (data !== undefined) return data
  return error === null ? STARTING : failedStatus(error.message)
}
