const PATIENCE_MS = 10_000
const RETRY_MS = 50

/** Opens what another tab has just let go: a tab that died may hold its file handles longer than its lock. */
export async function openWithPatience<T>(open: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await open()
    } catch (error) {
      const busy = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!busy || performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
