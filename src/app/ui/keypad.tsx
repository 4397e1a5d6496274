import { IconBackspace } from '@tabler/icons-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import classes from './keypad.module.css'

interface Props {
  readonly onDigits: (digits: string) => void
  readonly onDelete: () => void
  readonly deleteLabel: string
  /** The key left of the zero, or nothing. */
  readonly extra?: '00'
  readonly onEnter?: () => void
  readonly disabled?: boolean
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Big keys for a number. A keyboard types into it, too, wherever the focus is. */
export function Keypad({
  onDigits,
  onDelete,
  deleteLabel,
  extra,
  onEnter,
  disabled = false,
}: Props): ReactNode {
  const keys = useRef<HTMLDivElement>(null)
  // With the keys themselves: a moment later what quick hands type would be lost.
  useLayoutEffect(() => {
    if (disabled) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (isCovered(keys.current)) return
      if (/^[0-9]$/.test(event.key)) onDigits(event.key)
      else if (event.key === 'Backspace') onDelete()
      else if (event.key === 'Enter' && !isButton(event.target)) onEnter?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onDigits, onDelete, onEnter, disabled])

  const key = (digits: string): ReactNode => (
    <button
      type="button"
      key={digits}
      className={classes.key}
      data-quick
      disabled={disabled}
      onClick={() => onDigits(digits)}
    >
      {digits}
    </button>
  )
  return (
    <div className={classes.keypad} ref={keys}>
      {DIGITS.map(key)}
      {extra === undefined ? <span /> : key(extra)}
      {key('0')}
      <button
        type="button"
        className={classes.key}
        data-quick
        disabled={disabled}
        onClick={onDelete}
        aria-label={deleteLabel}
      >
        <IconBackspace size={28} stroke={1.5} aria-hidden />
      </button>
    </div>
  )
}

/** Into a field of its own. A choice that was tapped keeps the focus, and digits mean nothing to it. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement
}

/** Enter on a focused button presses that button and nothing else. */
function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement
}

/** A dialog lies over these keys: what is typed is for the last one opened, a PIN never for an amount below it. */
function isCovered(keys: HTMLElement | null): boolean {
  const top = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1)
  return top !== undefined && !top.contains(keys)
}
