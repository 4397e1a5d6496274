import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TryPin } from '#app/data/use-pin.ts'
import classes from './reports-screen.module.css'

interface Props {
  readonly render: (tryPin: TryPin, onCancel: () => void) => ReactNode
  readonly tryPin: TryPin
  readonly onCancel: () => void
}

/** The server believes a person, not a device: it asks for their PIN once. */
export function ServerPin({ render, tryPin, onCancel }: Props): ReactNode {
  const { t } = useTranslation('reports')
  return (
    <Modal opened onClose={onCancel} title={t('server.pinTitle')} size={420} yOffset="2dvh">
      <p className={classes.pinText}>{t('server.pinText')}</p>
      <div className={classes.pin}>{render(tryPin, onCancel)}</div>
    </Modal>
  )
}
