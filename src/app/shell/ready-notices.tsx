import { notifications } from '@mantine/notifications'
import { useRouterState } from '@tanstack/react-router'
import { IconBellRinging } from '@tabler/icons-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useNotices } from '#app/data/use-notices.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { createChime } from '#app/ui/chime.ts'
import type { SessionView } from '#device/messages.ts'
import type { Notice } from '#device/messages/traffic.ts'
import { may } from '#domain/staff/rights.ts'

const SHOWN_MS = 15_000

/** Tells the one who sent it (and who runs the room) that something can be carried out: in words and softly. */
export function ReadyNotices(): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  const label = useTableLabel()
  const [chime] = useState(createChime)
  const inKitchen = useRouterState({ select: (state) => state.location.pathname.startsWith('/kitchen') })

  useEffect(() => {
    // Browsers let a page sound only after its first tap.
    window.addEventListener('pointerdown', chime.unlock, { once: true })
    window.addEventListener('keydown', chime.unlock, { once: true })
    return () => {
      window.removeEventListener('pointerdown', chime.unlock)
      window.removeEventListener('keydown', chime.unlock)
    }
  }, [chime])

  const show = useCallback(
    (notice: Notice) => {
      if (person === null || inKitchen || !concerns(notice, person)) return
      const id = notifications.show({
        // Whatever it lies over is one tap away.
        onClick: () => notifications.hide(id),
        title: t('ready.title'),
        message: t('ready.text', {
          where: `${notice.orderNumber} · ${label(notice.tableName)}`,
          items: notice.itemNames.join(', '),
        }),
        icon: <IconBellRinging size={20} aria-hidden />,
        color: 'teal',
        autoClose: SHOWN_MS,
        role: 'status',
      })
      void chime.play().then((started) => started && countSound())
    },
    [person, inKitchen, chime, label, t],
  )
  useNotices(show)
  return null
}

/** Whoever sent it, and whoever is in charge. */
function concerns(notice: Notice, person: SessionView): boolean {
  return notice.sentBy === person.id || may(person.rights, 'approve')
}

/** Nobody can look at a sound: a test reads here that it was started. */
function countSound(): void {
  const played = Number(document.body.dataset['soundPlayed'] ?? '0')
  document.body.dataset['soundPlayed'] = String(played + 1)
}
