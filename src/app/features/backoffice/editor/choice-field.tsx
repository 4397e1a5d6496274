import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly error?: string | null
  /** The label is for screen readers. */
  readonly bare?: boolean
}

/** One of many, in the system's own list: right for thumbs, keys and screen readers alike. */
export function ChoiceField({
  label,
  value,
  options,
  onChange,
  error = null,
  bare = false,
}: Props): ReactNode {
  return (
    <NativeSelect
      size="md"
      {...(bare ? { 'aria-label': label } : { label })}
      value={value}
      error={error}
      data={options.map(({ id, label: words }) => ({ value: id, label: words }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
