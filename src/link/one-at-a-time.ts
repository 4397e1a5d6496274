/** Starts `work` (which never rejects) unless it runs; then it runs once more afterwards, however often it was asked for meanwhile. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let running = false
  let again = false

  function start(): void {
    if (running) {
      again = true
      return
    }
    running = true
    void work().finally(() => {
      running = false
      if (!again) return
      again = false
      start()
    })
  }

  return start
}
