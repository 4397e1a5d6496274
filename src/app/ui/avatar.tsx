import type { ReactNode } from 'react'
import classes from './avatar.module.css'

/** A person's initials in a colour of their own, for finding oneself quickly. */
export function Avatar({ name, size }: { readonly name: string; readonly size: number }): ReactNode {
  return (
    <span
      aria-hidden
      className={classes.avatar}
      data-hue={hueOf(name)}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return sum % 5
}
