/** One thing to do later, at the earliest time anybody asked for. */
export interface Appointment {
  within(delayMs: number): void
  cancel(): void
}

export function createAppointment(act: () => void): Appointment {
  let timer: ReturnType<typeof setTimeout> | null = null
  let dueAt = Infinity

  function cancel(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    dueAt = Infinity
  }

  return {
    cancel,
    within(delayMs) {
      const at = performance.now() + delayMs
      if (at >= dueAt) return
      cancel()
      dueAt = at
      timer = setTimeout(() => {
        cancel()
        act()
      }, delayMs)
    },
  }
}
