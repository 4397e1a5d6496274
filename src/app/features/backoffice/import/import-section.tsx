import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useFailureWords } from '#app/data/failure-words.ts'
import { saveText } from '#app/data/save-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import { exportMenu } from './export-menu.ts'
import { FileRefused } from './file-refused.tsx'
import { planImport, type ImportPlan } from './import-plan.ts'
import { ImportPreview } from './import-preview.tsx'
import classes from './import.module.css'
import { useImport } from './use-import.ts'
import { useMenuRecords, type MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

/** A whole menu from a table and back into one. */
export function ImportSection(): ReactNode {
  const { t } = useTranslation('common')
  const menu = useMenuRecords()
  if (menu === null) return <LoadingState text={t('loading')} />
  return (
    <>
      <Import menu={menu} />
      <Export menu={menu} />
    </>
  )
}

function Import({ menu }: { readonly menu: MenuRecords }): ReactNode {
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const { exponent } = useFormat().currency
  const [text, setText] = useState('')
  const [brought, setBrought] = useState<number | null>(null)
  const { progress, failure, run } = useImport()
  // While it is written the menu changes under it: the plan stays the one that was looked at.
  const [running, setRunning] = useState<ImportPlan | null>(null)
  const read = useMemo(() => {
    if (running !== null) return { plan: running }
    return text.trim() === '' ? null : planImport(text, menu, exponent)
  }, [running, text, menu, exponent])
  const take = (next: string): void => {
    setBrought(null)
    setText(next)
  }
  const bring = async (): Promise<void> => {
    if (read === null || !('plan' in read)) return
    const count = read.plan.rows.filter(({ does }) => does === 'adds' || does === 'changes').length
    setRunning(read.plan)
    const kept = await run(read.plan, menu)
    setRunning(null)
    if (!kept) return
    setText('')
    setBrought(count)
  }
  return (
    <section className={classes.panel} aria-labelledby="import-title">
      <h2 id="import-title" className={classes.heading}>
        {t('import.title')}
      </h2>
      <p className={classes.text}>{t('import.text')}</p>
      <TableSource
        text={text}
        onText={take}
        words={{ choose: t('import.choose'), paste: t('import.paste'), example: t('import.example') }}
      />
      {brought !== null && (
        <Note tone="good" title={t('import.done', { count: brought })} text={t('import.doneText')} />
      )}
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {read !== null && 'wrong' in read && <FileRefused wrong={read.wrong} />}
      {read !== null && 'plan' in read && (
        <ImportPreview plan={read.plan} progress={progress} onImport={() => void bring()} />
      )}
    </section>
  )
}

function Export({ menu }: { readonly menu: MenuRecords }): ReactNode {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  return (
    <section className={classes.panel} aria-labelledby="export-title">
      <h2 id="export-title" className={classes.heading}>
        {t('export.title')}
      </h2>
      <p className={classes.text}>{t('export.text')}</p>
      <div>
        <Button
          icon={<IconDownload size={20} aria-hidden />}
          onClick={() => saveText('menu.csv', 'text/csv', exportMenu(menu, exponent))}
        >
          {t('export.save')}
        </Button>
      </div>
    </section>
  )
}
