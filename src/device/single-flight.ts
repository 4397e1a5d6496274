/** `work` one at a time: whoever asks while it runs gets the answer of the run under way. */
export function singleFlight<P, R>(work: (params: P) => Promise<R>): (params: P) => Promise<R> {
  let running: Promise<R> | null = null
  return (params) => {
    running ??= work(params).finally(() => {
      running = null
    })
    return running
  }
}
