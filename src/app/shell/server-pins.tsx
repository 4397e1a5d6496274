import { Modal } from '@mantine/core'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ServerPinContext, type AskServerPin } from '#app/data/server-pin-context.ts'
import { useSession } from '#app/data/session-context.ts'
import type { TryPin } from '#app/data/use-pin.ts'
import { PinPad } from '#app/features/setup/pin-pad.tsx'
import type { Failure } from '#device/messages.ts'
import { err, type Result } from '#domain/result.ts'
import classes from './approval.module.css'

/** Above the form that asks. */
const Z_INDEX = 300
/** Failures of the PIN itself, which is typed again; anything else ends the question. */
const PIN_FAILURES: ReadonlySet<string> = new Set(['wrong_pin', 'pin_locked', 'server_pin_needed'])
const WITHHELD: Result<unknown, Failure> = err({ code: 'server_pin_withheld' })

interface Request {
  readonly tryPin: TryPin
  end(result: Result<unknown, Failure>): void
}

/** People and devices are changed on the server, which wants to know by itself who asks. */
export function ServerPins({ children }: { readonly children: ReactNode }): ReactNode {
  const { person } = useSession()
  const { t } = useTranslation('common')
  const [request, setRequest] = useState<Request | null>(null)
  const ask = useCallback<AskServerPin>(
    (tryPin) =>
      new Promise((resolve) => {
        const end = (result: Result<unknown, Failure>): void => {
          setRequest(null)
          resolve(result)
        }
        setRequest({ tryPin, end })
      }),
    [],
  )
  return (
    <ServerPinContext value={ask}>
      {children}
      {request !== null && person !== null && (
        <Modal
          opened
          yOffset="2dvh"
          onClose={() => request.end(WITHHELD)}
          closeOnClickOutside={false}
          title={t('serverPin.title')}
          size={420}
          zIndex={Z_INDEX}
        >
          <div className={classes.question} tabIndex={-1} data-autofocus>
            <p className={classes.wish}>{t('serverPin.text')}</p>
            <PinPad
              person={person}
              tryPin={async (pin) => {
                const result = await request.tryPin(pin)
                if (result.ok || !PIN_FAILURES.has(result.error.code)) request.end(result)
                return result
              }}
              submitLabel={t('serverPin.submit')}
              otherLabel={t('cancel')}
              onOther={() => request.end(WITHHELD)}
            />
          </div>
        </Modal>
      )}
    </ServerPinContext>
  )
}
