import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { TableView } from '#device/messages.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import classes from './floor.module.css'

const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

interface Props {
  readonly table: TableView | null
  readonly onChoose: (covers: number) => void
  readonly onClose: () => void
}

/** How many sit down, where the store wants to know before the first item. One tap answers and opens. [ORDER14] */
export function CoversDialog({ table, onChoose, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  return (
    <Modal
      opened={table !== null}
      onClose={onClose}
      title={table && t('floor.askCovers', { table: label(table.name) })}
    >
      <div className={classes.counts}>
        {COUNTS.map((count) => (
          <Button
            key={count}
            large
            variant={count === table?.seats ? 'primary' : 'plain'}
            aria-label={t('guests', { count })}
            onClick={() => onChoose(count)}
          >
            {count}
          </Button>
        ))}
      </div>
      <p className={classes.countsText}>{t('floor.askCoversText')}</p>
    </Modal>
  )
}
