import { connectDevice } from '#app/data/connect.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('assertion failed: index.html has no root')
// The device opens its database while the screens are still being read. Over plain HTTP a browser has neither files nor
// locks for a page: there the device could never open.
const client = isSecureContext ? connectDevice() : null
const { showScreens } = await import('./screens.tsx')
showScreens(root, client)
