import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { Role } from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import classes from '#app/features/backoffice/editor/editor.module.css'
import own from './people.module.css'
import { RightRows } from './right-rows.tsx'

const PPM_PER_PERCENT = 10_000

interface Props {
  readonly role: Role
  readonly onClose: () => void
}

/** What a built-in role may do, to be read: it stays as it is. [ROLE6] */
export function RoleView({ role, onClose }: Props): ReactNode {
  const { t } = useTranslation(['people', 'common'])
  const { money } = useFormat()
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  const { actions, discountPpm, refundMax, paidOutMax } = rightsOf(role)
  const amount = (max: number | null): string =>
    max === null ? t('roles.any') : t('roles.upTo', { amount: money(max) })
  const limits = [
    [t('roles.discount'), t('roles.percent', { percent: discountPpm / PPM_PER_PERCENT })],
    [t('roles.refund'), amount(refundMax)],
    [t('roles.paidOut'), amount(paidOutMax)],
  ] as const
  return (
    <Modal opened onClose={onClose} title={t(`common:role.${role}`)} size={680} fullScreen={narrow}>
      <div className={own.reading}>
        <fieldset className={classes.set}>
          <legend className={classes.legend}>{t('roles.limits')}</legend>
          <ul className={own.rights}>
            {limits.map(([name, said]) => (
              <li key={name}>
                <span>{name}</span>
                <span className={own.said}>{said}</span>
              </li>
            ))}
          </ul>
        </fieldset>
        <RightRows actions={actions} onChange={null} />
      </div>
    </Modal>
  )
}
