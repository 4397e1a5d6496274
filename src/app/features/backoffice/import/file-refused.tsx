import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/ui/note.tsx'
import type { FileWrong } from './import-plan.ts'

/** Why nothing of a file can be brought in, and what to do. */
export function FileRefused({ wrong }: { readonly wrong: FileWrong }): ReactNode {
  const { t } = useTranslation('office')
  switch (wrong.kind) {
    case 'empty':
    case 'notText':
      return <Note tone="bad" title={t(`import.${wrong.kind}`)} text={t(`import.${wrong.kind}Text`)} />
    case 'openQuote':
      return (
        <Note
          tone="bad"
          title={t('import.openQuote', { line: wrong.line })}
          text={t('import.openQuoteText')}
        />
      )
    case 'tooLong':
      return (
        <Note tone="bad" title={t('import.tooLong', { max: wrong.max })} text={t('import.tooLongText')} />
      )
    case 'columns': {
      const { missing, twice, unknown } = wrong.columns
      const names = missing.map((column) => t(`columns.${column}`)).join(', ')
      const found = [...twice, ...unknown].join(', ')
      return (
        <Note
          tone="bad"
          title={
            missing.length > 0
              ? t('import.missing', { names, count: missing.length })
              : t('import.twice', { names: twice.join(', ') })
          }
          text={`${found === '' ? '' : `${t('import.found', { names: found })} `}${t('import.columnsText')}`}
        />
      )
    }
  }
}
