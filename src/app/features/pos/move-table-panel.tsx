import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { FloorView, OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './order-sheet.module.css'

interface Props {
  readonly view: OrderView
  readonly floor: FloorView
  readonly onDone: () => void
}

/** A small floor: one tap moves the order. [ORDER10] */
export function MoveTablePanel({ view, floor, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  const run = useTellingCommand()
  const move = async (tableId: string): Promise<void> => {
    const result = await run({ type: 'move_table', orderId: view.order.id, tableId })
    if (result.ok) onDone()
  }
  if (!floor.tables.some((table) => table.state === 'free'))
    return <EmptyState title={t('actions.noFreeTable')} text={t('actions.noFreeTableText')} />
  return (
    <>
      <p className={classes.text}>{t('actions.moveTableText')}</p>
      {floor.areas.map((area) => (
        <section key={area.id} aria-label={area.name}>
          <h3 className={classes.label}>{area.name}</h3>
          <div className={classes.tables}>
            {floor.tables
              .filter((table) => table.areaId === area.id)
              .map((table) => (
                <Button
                  key={table.id}
                  className={classes.table ?? ''}
                  disabled={table.state !== 'free'}
                  onClick={() => void move(table.id)}
                >
                  <span>{label(table.name)}</span>
                  <span className={classes.soft}>
                    {table.state === 'free'
                      ? t('floor.seats', { count: table.seats })
                      : t(`floor.${table.state}`)}
                  </span>
                </Button>
              ))}
          </div>
        </section>
      ))}
    </>
  )
}
