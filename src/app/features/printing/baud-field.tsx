import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const BAUD_RATES = [9_600, 19_200, 38_400, 57_600, 115_200] as const
/** What most printers come with; those that stand for a serial port on USB take any. */
export const BAUD_USUAL: number = 115_200

interface Props {
  readonly value: number
  readonly onChange: (rate: number) => void
}

/** How fast a serial port talks: the printer knows it, and no program can ask. */
export function BaudField({ value, onChange }: Props): ReactNode {
  const { t } = useTranslation('printing')
  return (
    <NativeSelect
      size="md"
      label={t('own.baud')}
      description={t('own.baudHint')}
      value={String(value)}
      data={BAUD_RATES.map((rate) => ({ value: String(rate), label: t('own.baudOf', { rate }) }))}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
