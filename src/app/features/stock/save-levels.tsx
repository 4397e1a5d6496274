import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BYTE_ORDER_MARK, csvOf } from '#app/data/csv-text.ts'
import { saveText } from '#app/data/save-text.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { levelRows } from './level-rows.ts'

/** Every ingredient in use as a file: what it is, what is there and what that is worth. */
export function SaveLevels({ items }: { readonly items: readonly StockItemView[] }): ReactNode {
  const { t } = useTranslation('stock')
  const { currency } = useFormat()
  const save = (): void => {
    const head = t('levelColumns', { returnObjects: true })
    const text = csvOf([head, ...levelRows(items, currency.exponent)])
    saveText('stock.csv', 'text/csv', BYTE_ORDER_MARK + text)
  }
  return (
    <Button icon={<IconDownload size={20} aria-hidden />} onClick={save}>
      {t('saveCsv')}
    </Button>
  )
}
