import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import type { StockItemView } from '#device/messages/stock-views.ts'
import type { Command } from '#domain/command/command.ts'
import { ImportRows } from './import-rows.tsx'
import { planImport, type FileWrong, type ImportPlan } from './import-plan.ts'
import classes from './rows.module.css'
import { useSaving } from './use-saving.tsx'

interface Props {
  readonly items: readonly StockItemView[]
  readonly onClose: () => void
}

/** Ingredients from a table: what it does stands there row by row before it does it. [STOCK14] */
export function ImportSheet({ items, onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('import.title')}
      size={760}
      fullScreen={narrow}
      closeOnClickOutside={false}
    >
      <ImportForm items={items} />
    </Modal>
  )
}

function ImportForm({ items }: Pick<Props, 'items'>): ReactNode {
  const { t } = useTranslation('stock')
  const { exponent } = useFormat().currency
  const [text, setText] = useState('')
  const [brought, setBrought] = useState<number | null>(null)
  // While it is written the list changes under it: the plan stays the one that was looked at.
  const [running, setRunning] = useState<ImportPlan | null>(null)
  const { note, run } = useSaving()
  const read = useMemo(() => {
    if (running !== null) return { plan: running }
    return text.trim() === '' ? null : planImport(text, items, exponent)
  }, [running, text, items, exponent])
  const bring = async (plan: ImportPlan): Promise<void> => {
    const commands = commandsOf(plan)
    setRunning(plan)
    const kept = await run(commands)
    setRunning(null)
    if (!kept) return
    setText('')
    setBrought(commands.length)
  }
  return (
    <div className={classes.sheet}>
      <p className={classes.soft}>{t('import.text')}</p>
      <TableSource
        text={text}
        onText={(next) => {
          setBrought(null)
          setText(next)
        }}
        words={{
          choose: t('import.choose'),
          paste: t('import.paste'),
          example: 'Name;Unit;Pack;Pack size;Pack cost',
        }}
      />
      {brought !== null && <Note tone="good" title={t('import.done', { count: brought })} />}
      {note}
      {read !== null && 'wrong' in read && <Refused wrong={read.wrong} />}
      {read !== null && 'plan' in read && (
        <Preview plan={read.plan} busy={running !== null} onRun={() => void bring(read.plan)} />
      )}
    </div>
  )
}

function commandsOf({ rows }: ImportPlan): readonly Command[] {
  return rows.flatMap(({ does, ingredientId, fields }): Command[] => {
    if (does !== 'adds' && does !== 'changes') return []
    return [{ type: 'save_record', recordType: 'ingredient', recordId: ingredientId ?? newId(), fields }]
  })
}

function Refused({ wrong }: { readonly wrong: FileWrong }): ReactNode {
  const { t } = useTranslation('stock')
  return <Note tone="bad" title={wordsOf()} />

  function wordsOf(): string {
    switch (wrong.kind) {
      case 'empty':
      case 'notText':
        return t(`import.${wrong.kind}`)
      case 'openQuote':
        return t('import.openQuote', { line: wrong.line })
      case 'tooLong':
        return t('import.tooLong', { max: wrong.max })
      case 'missing':
      case 'twiceColumn':
        return t(`import.${wrong.kind}`, { names: wrong.names.join(', ') })
    }
  }
}

interface PreviewProps {
  readonly plan: ImportPlan
  readonly busy: boolean
  readonly onRun: () => void
}

function Preview({ plan, busy, onRun }: PreviewProps): ReactNode {
  const { t } = useTranslation('stock')
  const count = commandsOf(plan).length
  const wrong = plan.rows.filter(({ does }) => does === 'wrong').length
  return (
    <>
      {plan.unknown.length > 0 && (
        <Note tone="busy" title={t('import.unknown', { names: plan.unknown.join(', ') })} />
      )}
      {wrong > 0 && <Note tone="bad" title={t('import.leaves', { count: wrong })} />}
      <Button variant="primary" large disabled={busy || count === 0} onClick={onRun}>
        {count === 0 ? t('import.nothing') : t('import.run', { count })}
      </Button>
      <ImportRows rows={plan.rows} />
    </>
  )
}
