import { useDebouncedValue } from '@mantine/hooks'
import { IconReceipt } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { HistoryFilters, WHATEVER } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'
import classes from './history.module.css'
import { OrderPage } from './order-page.tsx'

const TYPING_MS = 150

interface Props {
  /** The order whose page is open, or null. */
  readonly orderId: string | null
  readonly onShow: (orderId: string) => void
  readonly onBack: () => void
  /** To where an open order goes on. */
  readonly onTill: (orderId: string) => void
}

/** Every order there was, and beside it the page of the one somebody asks about; on a phone one of the two. */
export function HistoryScreen({ orderId, onShow, onBack, onTill }: Props): ReactNode {
  const { t } = useTranslation('history')
  const [asked, setAsked] = useState(WHATEVER)
  const [text] = useDebouncedValue(asked.text, TYPING_MS)
  return (
    <div className={classes.screen} data-page={orderId !== null || undefined}>
      <section className={classes.side} aria-label={t('title')}>
        <HiddenText as="h1">{t('title')}</HiddenText>
        <HistoryFilters asked={asked} onChange={setAsked} />
        <HistoryList asked={{ ...asked, text }} shown={orderId} onShow={onShow} />
      </section>
      <div className={classes.page}>
        {orderId === null ? (
          <EmptyState
            icon={<IconReceipt size={40} stroke={1.4} aria-hidden />}
            title={t('choose')}
            text={t('chooseText')}
          />
        ) : (
          <OrderPage key={orderId} orderId={orderId} onBack={onBack} onTill={onTill} onShow={onShow} />
        )}
      </div>
    </div>
  )
}
