import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import type { HistoryAsked, HistoryState } from '#device/messages/history-views.ts'
import { isBusinessDate } from '#domain/day/business-date.ts'
import classes from './history.module.css'

const STATES: readonly HistoryState[] = ['all', 'open', 'paid', 'refunded', 'cancelled']

export const WHATEVER: HistoryAsked = { state: 'all', date: null, text: '' }

interface Props {
  readonly asked: HistoryAsked
  readonly onChange: (asked: HistoryAsked) => void
}

/** Which orders: by a word somebody remembers, by what became of them, by day. */
export function HistoryFilters({ asked, onChange }: Props): ReactNode {
  const { t } = useTranslation('history')
  const today = useAsk('store', null).data?.businessDate
  const { state, date, text } = asked
  const setDate = (next: string | null): void => onChange({ ...asked, date: next })
  return (
    <div className={classes.filters}>
      <SearchField
        label={t('search')}
        clearLabel={t('clear')}
        value={text}
        onChange={(words) => onChange({ ...asked, text: words })}
      />
      <FilterBar
        label={t('states')}
        options={STATES.map((id) => ({ id, label: t(`state.${id}`) }))}
        chosen={state}
        onChoose={(id) => onChange({ ...asked, state: STATES.find((one) => one === id) ?? 'all' })}
      />
      <div className={classes.days} role="group" aria-label={t('days')}>
        <Button aria-pressed={date === null} onClick={() => setDate(null)}>
          {t('anyDay')}
        </Button>
        <Button
          aria-pressed={date !== null && date === today}
          disabled={today === undefined}
          onClick={() => setDate(today ?? null)}
        >
          {t('today')}
        </Button>
        <input
          type="date"
          className={classes.date}
          aria-label={t('day')}
          max={today}
          value={date ?? ''}
          onChange={({ currentTarget: { value } }) => setDate(isBusinessDate(value) ? value : null)}
        />
      </div>
    </div>
  )
}
