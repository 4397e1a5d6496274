import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button, IconButton } from '#app/ui/button.tsx'
import { EmptyState, ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { MenuItemView, OrderView } from '#device/messages.ts'
import { CountsContext } from './counts-context.ts'
import { useTellingCommand } from './failure-toast.ts'
import { MenuPanel } from './menu-panel.tsx'
import { MergedNotice } from './merged-notice.tsx'
import classes from './order.module.css'
import { OrderBar } from './order-bar.tsx'
import { USUAL_PLACE } from './options/line-place.ts'
import { OptionsHost } from './options-host.tsx'
import { PaidPanel } from './paid-panel.tsx'
import { PlaceButton } from './place-button.tsx'
import { Slip } from './slip.tsx'
import { useChoosing } from './use-choosing.ts'
import { useCourses } from './use-courses.ts'
import { useLineChanges } from './use-line-changes.ts'
import { useMenuOfTheHour } from './use-menu-of-the-hour.ts'

const NO_DISHES: readonly MenuItemView[] = []

interface Props {
  readonly orderId: string
  readonly onBack: () => void
  readonly onPay: () => void
}

export function OrderScreen({ orderId, onBack, onPay }: Props): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const { data: view, error, refetch } = useAsk('order', { orderId })
  const back = <Button onClick={onBack}>{t('order.back')}</Button>
  if (view === undefined && error !== null) {
    return (
      <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
        <Button onClick={() => void refetch()}>{t('common:retry')}</Button>
      </ErrorState>
    )
  }
  if (view === undefined) return <LoadingState text={t('common:loading')} />
  if (view === null) {
    return (
      <EmptyState title={t('order.gone')} text={t('order.goneText')}>
        {back}
      </EmptyState>
    )
  }
  if (view.order.status === 'cancelled') return <EmptyState title={t('order.cancelled')}>{back}</EmptyState>
  if (view.order.status === 'merged') return <MergedNotice order={view.order} back={back} />
  if (view.order.status === 'closed') return <PaidPanel view={view} onDone={onBack} />
  return <OpenOrder view={view} onBack={onBack} onPay={onPay} />
}

interface OpenProps extends Omit<Props, 'orderId'> {
  readonly view: OrderView
}

/** Menu and slip side by side; on a phone the menu first and the slip one tap away. */
function OpenOrder({ view, onBack, onPay }: OpenProps): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const { asked, add, settle, step, remove, send } = useLineChanges(view.order.id, view.items, run)
  const { order, hold, fire } = useCourses(view.order.id, run)
  const [place, setPlace] = useState(USUAL_PLACE)
  const menu = useMenuOfTheHour(useAsk('menu', null).data, view.order.service, view.areaId)
  const narrow = useMediaQuery('(width < 860px)', undefined, { getInitialValueInEffect: false })
  const [slipOpen, setSlipOpen] = useState(false)
  const counts = useMemo(() => countNew(view), [view])

  const orderId = view.order.id
  const drop = useCallback(() => {
    const cancelled = run({ type: 'cancel_order', orderId, reason: '' })
    void cancelled.then(({ ok }) => ok && onBack())
  }, [run, orderId, onBack])
  const { choosing, tapDish, openLine, stop } = useChoosing(view, { add, settle }, place)
  const back = useMemo(
    () => (
      <Button variant="plain" icon={<IconArrowLeft size={22} stroke={1.75} aria-hidden />} onClick={onBack}>
        {t('order.back')}
      </Button>
    ),
    [onBack, t],
  )
  // Seats are a table's; whoever takes away has one bag.
  const covers = view.order.service === 'dine_in' && !view.readOnly ? view.order.covers : null
  const placeButton = useMemo(
    () => covers !== null && <PlaceButton {...{ place, covers }} onChange={setPlace} />,
    [covers, place],
  )
  const toMenu = useMemo(
    () => (
      <IconButton label={t('order.hide')} variant="plain" onClick={() => setSlipOpen(false)}>
        <IconArrowLeft size={22} stroke={1.75} aria-hidden />
      </IconButton>
    ),
    [t],
  )
  return (
    <div className={classes.screen}>
      <CountsContext value={counts}>
        <MenuPanel menu={menu} onAdd={tapDish} hidden={narrow && slipOpen} back={back} place={placeButton} />
      </CountsContext>
      <Slip
        view={view}
        dishes={menu?.items ?? NO_DISHES}
        asked={asked}
        hidden={narrow && !slipOpen}
        back={narrow ? toMenu : null}
        onStep={step}
        onRemove={remove}
        onOpen={openLine}
        onHold={hold}
        onFire={fire}
        onSend={send}
        onPay={onPay}
        onDrop={drop}
      />
      <OptionsHost {...{ orderId, choosing, covers, place }} onAdd={order} onClose={stop} />
      {narrow && !slipOpen && <OrderBar view={view} onOpen={() => setSlipOpen(true)} onSend={send} />}
    </div>
  )
}

function countNew(view: OrderView): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of view.items) {
    if (item.status === 'new') counts.set(item.menuItemId, (counts.get(item.menuItemId) ?? 0) + item.qty)
  }
  return counts
}
