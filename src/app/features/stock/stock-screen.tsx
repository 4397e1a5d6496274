import {
  IconClipboardCheck,
  IconFileSpreadsheet,
  IconPackages,
  IconPlus,
  IconScale,
  IconTrash,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { ImportSheet } from './import-sheet.tsx'
import { IngredientEditor } from './ingredient-editor.tsx'
import { IngredientSheet } from './ingredient-sheet.tsx'
import { inPlace, standingOf, shownOf, type Shown } from './standing.ts'
import { StockRow } from './stock-row.tsx'
import type { SheetKind } from './sheet-commands.ts'
import { SaveLevels } from './save-levels.tsx'
import { VarianceSheet } from './variance-sheet.tsx'
import { StockSheet } from './stock-sheet.tsx'
import classes from './stock.module.css'
import { useStock } from './use-asked.tsx'

const SHOWN: readonly Shown[] = ['all', 'low', 'retired']

const DOINGS = [
  { kind: 'receive', Icon: IconTruckDelivery },
  { kind: 'count', Icon: IconClipboardCheck },
  { kind: 'waste', Icon: IconTrash },
] as const

type Open =
  | { readonly kind: SheetKind }
  | { readonly kind: 'new' | 'variance' | 'import' }
  | { readonly kind: 'item'; readonly id: string }

/** What there is to cook with, what must be bought first, and what happens to it: online or not. */
export function StockScreen(): ReactNode {
  const { t } = useTranslation('stock')
  const { view, instead } = useStock()
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  if (view === null) return instead
  const chosen = open?.kind === 'item' ? view.find(({ id }) => id === open.id) : undefined
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        {view.length > 0 && (
          <div className={classes.doings}>
            {DOINGS.map(({ kind, Icon }) => (
              <Button
                key={kind}
                icon={<Icon size={22} stroke={1.75} aria-hidden />}
                onClick={() => setOpen({ kind })}
              >
                {t(kind)}
              </Button>
            ))}
          </div>
        )}
      </header>
      {view.length === 0 && (
        <EmptyState
          icon={<IconPackages size={40} stroke={1.5} />}
          title={t('emptyTitle')}
          text={t('emptyText')}
        >
          <Button variant="primary" large onClick={() => setOpen({ kind: 'new' })}>
            {t('add')}
          </Button>
          <Button large onClick={() => setOpen({ kind: 'import' })}>
            {t('import.title')}
          </Button>
        </EmptyState>
      )}
      {view.length > 0 && (
        <Ingredients
          items={view}
          onOpen={(id) => setOpen({ kind: 'item', id })}
          onAdd={() => setOpen({ kind: 'new' })}
          onVariance={() => setOpen({ kind: 'variance' })}
          onImport={() => setOpen({ kind: 'import' })}
        />
      )}
      {open?.kind === 'new' && <IngredientEditor item={null} onClose={close} />}
      {chosen !== undefined && <IngredientSheet item={chosen} onClose={close} />}
      {open?.kind === 'variance' && <VarianceSheet onClose={close} />}
      {open?.kind === 'import' && <ImportSheet items={view} onClose={close} />}
      {(open?.kind === 'receive' || open?.kind === 'count' || open?.kind === 'waste') && (
        <StockSheet kind={open.kind} items={inPlace(open.kind, view)} onClose={close} />
      )}
    </div>
  )
}

interface ListProps {
  readonly items: readonly StockItemView[]
  readonly onOpen: (id: string) => void
  readonly onAdd: () => void
  readonly onVariance: () => void
  readonly onImport: () => void
}

function Ingredients({ items, onOpen, onAdd, onVariance, onImport }: ListProps): ReactNode {
  const { t } = useTranslation('stock')
  const [shown, setShown] = useState<Shown>('all')
  const [search, setSearch] = useState('')
  const found = shownOf(items, shown, search)
  const low = items.filter((item) => standingOf(item) !== 'good').length
  const none = search !== '' ? 'noneFound' : shown === 'low' ? 'noneLow' : 'noneRetired'
  return (
    <>
      <div className={classes.tools}>
        <SearchField
          className={classes.search}
          label={t('search')}
          clearLabel={t('clearSearch')}
          value={search}
          onChange={setSearch}
        />
        <Button icon={<IconPlus size={22} aria-hidden />} onClick={onAdd}>
          {t('add')}
        </Button>
        <Button icon={<IconScale size={22} aria-hidden />} onClick={onVariance}>
          {t('variance.title')}
        </Button>
        <SaveLevels items={items} />
        <Button icon={<IconFileSpreadsheet size={22} aria-hidden />} onClick={onImport}>
          {t('import.title')}
        </Button>
      </div>
      <FilterBar
        label={t('show')}
        options={SHOWN.map((id) => ({
          id,
          label: t(`filter.${id}`),
          ...(id === 'low' && low > 0 ? { count: low } : {}),
        }))}
        chosen={shown}
        onChoose={(id) => setShown(SHOWN.find((known) => known === id) ?? 'all')}
      />
      <section className={classes.panel} aria-label={t('list')}>
        {found.length === 0 && <p className={classes.none}>{t(none)}</p>}
        <ul className={classes.list}>
          {found.map((item) => (
            <StockRow key={item.id} item={item} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    </>
  )
}
