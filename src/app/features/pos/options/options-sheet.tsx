import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import type { RunCommand } from '#app/data/use-command.ts'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import type { LinePlace } from './line-place.ts'
import { ChooseForm } from './choose-form.tsx'
import type { Choosing, NewLine } from './choosing.ts'
import { LineForm } from './line-form.tsx'
import { SentForm } from './sent-form.tsx'
import classes from './options.module.css'

interface Props {
  readonly orderId: string
  readonly choosing: Choosing
  /** Chairs to choose from; null where there are none. */
  readonly covers: number | null
  /** For whom the next lines are. */
  readonly place: LinePlace
  /** Says why when it refuses. */
  readonly run: RunCommand
  readonly onAdd: (line: NewLine) => Promise<boolean>
  readonly onClose: () => void
}

/** Everything there is to say about one item: a sheet from below on a phone, a dialog elsewhere. */
export function OptionsSheet({ onClose, ...props }: Props): ReactNode {
  const { choosing } = props
  const name = choosing.kind === 'dish' ? choosing.dish.name : choosing.line.name
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="min(680px, 100vw)"
      padding={0}
      classNames={{
        inner: classes.inner ?? '',
        content: classes.content ?? '',
        header: classes.header ?? '',
        body: classes.sheet ?? '',
      }}
    >
      <Sheet {...props} onDone={onClose} />
    </Modal>
  )
}

interface SheetProps extends Omit<Props, 'onClose'> {
  readonly onDone: () => void
}

function Sheet({ orderId, choosing, covers, place, run, onAdd, onDone }: SheetProps): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const menuItemId = choosing.kind === 'dish' ? choosing.dish.id : choosing.line.menuItemId
  const { data: view, error } = useAsk('choice', { orderId, menuItemId }, { fleeting: true })
  if (error !== null) return <EmptyState title={t('common:failed')} text={t('common:failedRemedy')} />
  if (view === undefined) return <LoadingState text={t('common:loading')} />
  if (view === null) return <EmptyState title={t('order.gone')} text={t('order.goneText')} />
  const { item } = view.facts
  if (choosing.kind === 'line' && choosing.line.status === 'sent')
    return <SentForm line={choosing.line} {...{ run, onDone }} />
  if (choosing.kind === 'line')
    return <LineForm {...view} {...{ item, covers, run, onDone }} line={choosing.line} />
  if (item === null) return <EmptyState title={t('options.gone')} text={t('options.goneText')} />
  return <ChooseForm {...view} {...{ item, place, onAdd, onDone }} />
}
