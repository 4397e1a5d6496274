import { createContext, useContext } from 'react'
import type { Client } from './client.ts'

export const DeviceContext = createContext<Client | null>(null)

/** The line to this device's worker. */
export function useDevice(): Client {
  const client = useContext(DeviceContext)
  if (client === null) throw new Error('assertion failed: useDevice outside DataProvider')
  return client
}
