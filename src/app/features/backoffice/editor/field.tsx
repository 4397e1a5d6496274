import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { decimalText } from '#i18n/money.ts'
import type { Wrong } from '#app/features/backoffice/records/typed.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly wrong: Wrong | undefined
  readonly placeholder?: string
  /** The label is for screen readers: a row of a list shows what it is by its place. */
  readonly bare?: boolean
  readonly autoFocus?: boolean
  /** Stands behind what is typed. */
  readonly unit?: string
}

/** A line of text, with what is wrong with it in words. */
export function TextField(props: Props): ReactNode {
  return <Field {...props} />
}

/** An amount in the restaurant's currency. */
export function PriceField(props: Props): ReactNode {
  return <Field inputMode="decimal" {...props} />
}

/** A time of the day, in the browser's own way. */
export function TimeField(props: Props): ReactNode {
  return <Field type="time" {...props} />
}

function Field({
  label,
  value,
  onChange,
  wrong,
  placeholder,
  bare = false,
  autoFocus = false,
  unit,
  inputMode = 'text',
  type = 'text',
}: Props & { readonly inputMode?: 'text' | 'decimal'; readonly type?: 'text' | 'time' }): ReactNode {
  const words = useWrongWords()
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label })}
      value={value}
      type={type}
      inputMode={inputMode}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={wrong === undefined ? null : words(wrong)}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(unit === undefined ? {} : { rightSection: unit, rightSectionWidth: 52 })}
    />
  )
}

const EXAMPLE_UNITS = 2

/** What is wrong with a field, in words; an example amount is one of this currency's. */
export function useWrongWords(): (wrong: Wrong) => string {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  const example = decimalText(EXAMPLE_UNITS * 10 ** exponent + Math.floor(10 ** exponent / 2), exponent)
  return (wrong) => t(`wrong.${wrong}`, { example })
}
