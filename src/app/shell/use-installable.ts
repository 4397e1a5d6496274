import { useEffect } from 'react'

const TILL = '/manifest.webmanifest'
const KITCHEN = '/kitchen.webmanifest'

/** The kitchen's screen is installed as an app of its own, which starts in the kitchen: a till never shows it. */
export function useInstallable(inKitchen: boolean): void {
  useEffect(() => {
    document.querySelector('link[rel="manifest"]')?.setAttribute('href', inKitchen ? KITCHEN : TILL)
  }, [inKitchen])
}
