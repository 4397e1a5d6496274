import type { CheckRequest, CheckResult } from './browser-worker.ts'

declare global {
  interface Window {
    runDatabaseCheck: (index: number) => Promise<CheckResult>
  }
}

/** One worker a check: it holds its database alone and lets go of it by ending. */
window.runDatabaseCheck = (index) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<CheckResult>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(event.message))
    })
    const request: CheckRequest = { index }
    worker.postMessage(request)
  })
