import type { ReactNode } from 'react'

/** The slip a waiter carries: torn at the foot, one line ticked. */
export function Mark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path
        d="M7 3h18a1.5 1.5 0 0 1 1.5 1.5V28l-3.5-2.4-3.5 2.4-3.5-2.4-3.5 2.4L9 25.6 5.5 28V4.5A1.5 1.5 0 0 1 7 3Z"
        fill="var(--accent)"
      />
      <path
        d="m10.5 13.5 3.8 3.8 7.2-8"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
