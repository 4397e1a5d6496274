import { IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { StockSheet } from './stock-sheet.tsx'
import classes from './stock.module.css'
import { useWasteable } from './use-asked.tsx'

/** What was dropped or spoilt, from any till: whoever may not say so alone asks a manager when it is saved. [STOCK13] */
export function WasteScreen(): ReactNode {
  const { t } = useTranslation('stock')
  const { view, instead } = useWasteable()
  const [state, setState] = useState<'idle' | 'writing' | 'done'>('writing')
  if (view === null) return instead
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('waste')}</h1>
      {state === 'done' && <Note tone="good" title={t('wasted.done')} />}
      <EmptyState
        icon={<IconTrash size={40} stroke={1.5} aria-hidden />}
        title={t(view.length === 0 ? 'emptyTitle' : 'wasted.title')}
        text={t(view.length === 0 ? 'wasted.emptyText' : 'wasted.text')}
      >
        {view.length > 0 && (
          <Button variant="primary" large onClick={() => setState('writing')}>
            {t(state === 'done' ? 'wasted.more' : 'wasted.begin')}
          </Button>
        )}
      </EmptyState>
      {state === 'writing' && view.length > 0 && (
        <StockSheet
          kind="waste"
          items={view}
          onClose={() => setState((old) => (old === 'writing' ? 'idle' : old))}
          onSaved={() => setState('done')}
        />
      )}
    </div>
  )
}
