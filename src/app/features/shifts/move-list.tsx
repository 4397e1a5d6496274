import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { DrawerSessionView } from '#device/messages/shift-views.ts'
import classes from './move-list.module.css'
import panel from './shifts.module.css'

/** Every paid-in, paid-out, drop and tip-out of one drawer, the newest first. */
export function MoveList({ moves }: Pick<DrawerSessionView, 'moves'>): ReactNode {
  const { t } = useTranslation('shifts')
  const { money, time } = useFormat()
  return (
    <section className={panel.panel}>
      <h2 className={panel.heading}>{t('drawer.moves')}</h2>
      {moves.length === 0 && <p className={panel.soft}>{t('drawer.noMoves')}</p>}
      {moves.length > 0 && (
        <ul className={classes.moves} aria-label={t('drawer.moves')}>
          {moves.toReversed().map(({ moveId, kind, amount, party, reason, byName, at }) => (
            <li key={moveId} className={classes.move}>
              <span className={classes.what}>
                <span className={classes.kind}>{t(`move.${kind}`)}</span>
                <span className={classes.why}>
                  {[reason, party].filter((text) => text !== '').join(' · ')}
                </span>
                <span className={classes.why}>{t('drawer.moveText', { time: time(at), name: byName })}</span>
              </span>
              <span className={classes.amount}>
                {kind !== 'no_sale' && money(kind === 'paid_in' ? amount : -amount)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
