import { Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { NAME_LENGTH_MAX, NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { NO_GUEST } from '#domain/order/guest.ts'
import type { Guest, Service } from '#domain/order/order.ts'
import classes from './dialog.module.css'
import { clockOf, dueFrom } from './due-time.ts'

/** Who an order is for and when: as it is, to begin with. */
export interface GuestWish {
  readonly guest: Guest
  readonly dueAt: number | null
}

interface Props {
  /** Null: not shown. */
  readonly service: Service | null
  readonly wish?: GuestWish
  readonly title: string
  readonly confirm: string
  readonly onConfirm: (wish: GuestWish) => Promise<boolean>
  readonly onClose: () => void
}

/** Name, phone, door and time of an order that is not eaten at a table. Nothing has to be filled in. */
export function GuestDialog({ service, title, ...rest }: Props): ReactNode {
  return (
    <Modal opened={service !== null} onClose={rest.onClose} title={title}>
      {service !== null && <GuestForm service={service} {...rest} />}
    </Modal>
  )
}

type FormProps = Omit<Props, 'service' | 'title'> & { readonly service: Service }

/** The same without its window. */
export function GuestForm({ service, wish, confirm, onConfirm, onClose }: FormProps): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const zone = useAsk('store', null).data?.zone ?? 'UTC'
  const before = wish ?? { guest: NO_GUEST, dueAt: null }
  const clockBefore = before.dueAt === null ? '' : clockOf(before.dueAt, zone)
  const [guest, setGuest] = useState(before.guest)
  const [clock, setClock] = useState(clockBefore)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const dueAt = clock === clockBefore ? before.dueAt : dueFrom(clock, Date.now(), zone)
    const name = guest.name.trim()
    if (await onConfirm({ guest: { ...guest, name }, dueAt })) onClose()
  }
  const field = (key: keyof Guest, max: number) => ({
    label: t(`guest.${key}`),
    value: guest[key],
    maxLength: max,
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setGuest({ ...guest, [key]: event.currentTarget.value }),
  })
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <TextInput size="md" {...field('name', NAME_LENGTH_MAX)} data-autofocus />
      <TextInput size="md" {...field('contact', NAME_LENGTH_MAX)} inputMode="tel" />
      {service === 'delivery' && <TextInput size="md" {...field('address', NOTE_LENGTH_MAX)} />}
      {service !== 'tab' && (
        <TextInput
          size="md"
          type="time"
          label={t('guest.time')}
          description={t('guest.timeHint')}
          value={clock}
          onChange={(event) => setClock(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary">
          {confirm}
        </Button>
      </div>
    </form>
  )
}
