import type { ToWorker } from '#device/messages/traffic.ts'
import { createClient, type Client } from './client.ts'

/** How long the worker may wait for the browser's answer: Firefox asks a person, who may not look. */
const PERSIST_WAIT_MS = 1500

/** Starts this page's worker. Called once, by the page's entry point. */
export function connectDevice(): Client {
  const worker = new Worker(new URL('../../device/worker.ts', import.meta.url), { type: 'module' })
  const client = createClient(worker)
  void greet(worker)
  return client
}

/** The worker cannot ask the browser to keep its data; only a page can. */
async function greet(worker: Worker): Promise<void> {
  const answer = askToPersist()
  const inTime = await Promise.race([answer, wait(PERSIST_WAIT_MS)])
  hello(worker, inTime)
  const final = await answer
  if (final !== inTime) hello(worker, final)
}

function hello(worker: Worker, persisted: boolean | null): void {
  const message: ToWorker = { kind: 'hello', persisted }
  worker.postMessage(message)
}

async function askToPersist(): Promise<boolean | null> {
  try {
    return await navigator.storage.persist()
  } catch {
    return null // no such question in this browser, or not over plain HTTP
  }
}

function wait(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
