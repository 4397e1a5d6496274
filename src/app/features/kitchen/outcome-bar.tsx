import { IconAlertTriangleFilled, IconArrowBackUp } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { Outcome } from './use-moves.ts'
import classes from './ready-strip.module.css'

interface Props {
  readonly outcome: Outcome | null
  readonly onUndo: () => void
}

/** What the last tap did, for some seconds, with the way back; or why it was not done. */
export const OutcomeBar = memo(function OutcomeBar({ outcome, onUndo }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const done = outcome?.kind === 'done' ? outcome : null
  const failed = outcome?.kind === 'failed' ? outcome : null
  return (
    <div className={classes.outcomePlace}>
      <div className={classes.outcome} data-kind={outcome?.kind} hidden={outcome === null}>
        <p role="status" className={classes.outcomeText}>
          {done !== null && t(`done.${done.preparation}`, { what: done.what })}
        </p>
        <p role="alert" className={classes.outcomeText}>
          {failed !== null && (
            <>
              <IconAlertTriangleFilled aria-hidden size="1.2em" /> {failed.words.message}{' '}
              {failed.words.remedy}
            </>
          )}
        </p>
        {done !== null && (
          <Button className={classes.undo} icon={<IconArrowBackUp aria-hidden size={22} />} onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
      </div>
    </div>
  )
})
