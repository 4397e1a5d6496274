import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TryPin } from '#app/data/use-pin.ts'
import { PinPad } from '#app/features/setup/pin-pad.tsx'
import type { PersonView } from '#device/messages.ts'
import classes from './approval.module.css'

/** Above the form that asks. */
const Z_INDEX = 300

interface Props {
  readonly person: PersonView
  readonly tryPin: TryPin
  readonly onWithhold: () => void
}

/** The person's own PIN once more, for the server. */
export function ServerPinDialog({ person, tryPin, onWithhold }: Props): ReactNode {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened
      yOffset="2dvh"
      onClose={onWithhold}
      closeOnClickOutside={false}
      title={t('serverPin.title')}
      size={420}
      zIndex={Z_INDEX}
    >
      <div className={classes.question} tabIndex={-1} data-autofocus>
        <p className={classes.wish}>{t('serverPin.text')}</p>
        <PinPad
          person={person}
          tryPin={tryPin}
          submitLabel={t('serverPin.submit')}
          otherLabel={t('cancel')}
          onOther={onWithhold}
        />
      </div>
    </Modal>
  )
}
