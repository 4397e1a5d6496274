import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'

interface Props {
  readonly label: string
  /** What stands in it, where the label is too long for a phone. */
  readonly short?: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly className?: string | undefined
}

/** Words to look for, with a way to be rid of them at once. */
export function SearchField({
  label,
  short = label,
  clearLabel,
  value,
  onChange,
  className = '',
}: Props): ReactNode {
  const clear = value !== '' && (
    <IconButton label={clearLabel} onClick={() => onChange('')}>
      <IconX size={20} aria-hidden />
    </IconButton>
  )
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={short}
      leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
      rightSection={clear}
      rightSectionWidth={48}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
