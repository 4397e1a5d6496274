import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { usePages } from '#app/data/use-pages.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { Button } from '#app/ui/button.tsx'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import type { StoryEntry, StoryFact } from '#device/messages/history-views.ts'
import { minor } from '#domain/money/money.ts'
import { allergenWords } from './options/allergy-words.ts'
import classes from './order-page.module.css'
import { useMethodName } from './use-method-name.ts'

/** What happened, oldest first, in plain words: from the journal, so that nothing can be left out. */
export function OrderStory({ orderId }: { readonly orderId: string }): ReactNode {
  const { t } = useTranslation(['history', 'common'])
  const { date, time } = useFormat()
  const { pages, failed, more, loading, showMore, retry } = usePages('story', { orderId })
  const entries = (pages ?? []).flatMap((page) => page.entries)
  return (
    <section className={classes.card} aria-label={t('story.title')}>
      <h2 className={classes.heading}>{t('story.title')}</h2>
      {failed && <Button onClick={retry}>{t('common:retry')}</Button>}
      <ol className={classes.story}>
        {entries.map((entry, index) => {
          const before = entries[index - 1]
          const day = date(entry.at)
          const newDay = before !== undefined && date(before.at) !== day
          const goesOn = !newDay && before?.person === entry.person && time(before.at) === time(entry.at)
          return <Entry key={entry.key} entry={entry} day={newDay ? day : null} goesOn={goesOn} />
        })}
      </ol>
      {more && (
        <Button wide disabled={loading} onClick={showMore}>
          {t('story.more')}
        </Button>
      )}
    </section>
  )
}

interface EntryProps {
  readonly entry: StoryEntry
  /** Said where it is another one than that of the entry before. */
  readonly day: string | null
  /** The same person in the same minute as the entry before: said once for the eye. */
  readonly goesOn: boolean
}

function Entry({ entry, day, goesOn }: EntryProps): ReactNode {
  const { t } = useTranslation('history')
  const { time } = useFormat()
  const person = entry.person === '' ? t('story.nobody') : entry.person
  const who = `${time(entry.at)} ${person}`
  return (
    <li className={classes.entry} data-goes-on={goesOn || undefined}>
      <span className={classes.when}>
        {day !== null && <span>{day}</span>}
        {!goesOn && time(entry.at)}
      </span>
      <div>
        {goesOn ? <HiddenText>{who}</HiddenText> : <span className={classes.who}>{person}</span>}
        {entry.facts.map((fact, index) => (
          <Fact key={`${fact.what} ${index}`} fact={fact} />
        ))}
      </div>
    </li>
  )
}

function isAllergy(what: StoryFact['what']): boolean {
  return what === 'allergies' || what === 'allergiesOff'
}

function Fact({ fact }: { readonly fact: StoryFact }): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const { t: posWords } = useTranslation('pos')
  const { money } = useFormat()
  const nameOf = useMethodName()
  const label = useTableLabel()
  const { what, lines, name, method, service, amount, tip, count, reason, approver } = fact
  const words = t(`story.what.${what}`, {
    name: what === 'table' ? label(name) : isAllergy(what) ? allergenWords(name.split(' '), posWords) : name,
    count,
    lines: lines.join(', '),
    guests: t('pos:guests', { count }),
    amount: amount === null ? '' : money(minor(amount + (what === 'tip' ? 0 : tip))),
    method: method === null ? '' : nameOf({ method, methodName: name }),
    service: service === null ? '' : t(`pos:service.${service}`),
  })
  const more = [
    ...(what === 'refunded' && lines.length > 0 ? [lines.join(', ')] : []),
    ...(tip > 0 ? [t('story.tip', { amount: money(tip) })] : []),
    ...(reason === '' ? [] : [t('story.reason', { reason })]),
    ...(approver === '' ? [] : [t('story.approver', { name: approver })]),
  ]
  return (
    <p className={classes.fact}>
      {words}
      {more.length > 0 && <span className={classes.extras}>{more.join(' · ')}</span>}
    </p>
  )
}
