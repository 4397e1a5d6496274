import { notifications } from '@mantine/notifications'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { troubleOf } from '#app/features/printing/trouble.ts'
import { useJobWords } from '#app/features/printing/use-job-words.ts'
import type { PrintJobView } from '#device/messages/print-views.ts'
import type { PersonView } from '#device/messages.ts'
import classes from './print-trouble.module.css'

const SHOWN_MS = 15_000
const NONE: readonly PrintJobView[] = []

/**
 * Whoever sent something that is not printed, and whoever runs the room, sees how much of it there is, on every screen,
 * and is told once of each kitchen ticket. [PRINTJOB7]
 */
export function PrintTrouble({ person }: { readonly person: PersonView }): ReactNode {
  const { t } = useTranslation('printing')
  const { data: queue } = useAsk('printing', null)
  const trouble = queue === undefined ? NONE : troubleOf(queue.jobs, person)
  useToasts(trouble)
  if (trouble.length === 0) return null
  const words = t('pill', { count: trouble.length })
  return (
    <Link to="/printing" className={classes.pill} aria-label={words}>
      <IconPrinter size={21} stroke={1.75} aria-hidden />
      <span className={classes.count}>{trouble.length}</span>
      <span className={classes.words}>{words}</span>
    </Link>
  )
}

/** One word for all that is new at once: many would cover the screen of somebody at work. */
function useToasts(trouble: readonly PrintJobView[]): void {
  const { t } = useTranslation('printing')
  const wordsOf = useJobWords()
  const told = useRef(new Set<string>())
  useEffect(() => {
    const news = trouble.filter(({ id, kind }) => kind === 'kitchen' && !told.current.has(id))
    const [first, ...more] = news
    if (first === undefined) return
    for (const { id } of news) told.current.add(id)
    const { state, reason } = wordsOf(first)
    const isOne = more.length === 0
    notifications.show({
      title: isOne ? t('toastTitle', { title: first.title }) : t('pill', { count: news.length }),
      message: isOne ? `${state}. ${reason}`.trim() : news.map(({ title }) => title).join(', '),
      icon: <IconPrinter size={20} aria-hidden />,
      color: 'red',
      autoClose: SHOWN_MS,
      role: 'alert',
    })
  }, [trouble, wordsOf, t])
}
