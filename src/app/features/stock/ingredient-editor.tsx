import { Modal, NativeSelect, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { StockItemView } from '#device/messages/stock-views.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { STOCK_UNITS } from '#domain/stock/ingredient.ts'
import { decimalText } from '#i18n/money.ts'
import classes from './form.module.css'
import { changedOf, draftOf, readIngredient, type IngredientDraft } from './ingredient-draft.ts'
import { useSaving } from './use-saving.tsx'

interface Props {
  /** Null: a new one. */
  readonly item: StockItemView | null
  readonly onClose: () => void
}

/** What an ingredient is called, how it is measured and bought, and when it is low. [STOCK1] */
export function IngredientEditor({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={item === null ? t('form.new') : t('form.edit', { name: item.name })}
      size={640}
      fullScreen={narrow}
      // A tap beside it must not throw away what was typed.
      closeOnClickOutside={false}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <EditorForm item={item} onClose={onClose} />
    </Modal>
  )
}

function EditorForm({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const { exponent } = useFormat().currency
  const [shown] = useState(item)
  const [id] = useState(() => item?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(item, exponent))
  const [tried, setTried] = useState(false)
  const { busy, note, run } = useSaving()
  const { fields, errors } = readIngredient(draft, exponent)
  const save = async (changed: RecordFields): Promise<void> => {
    const command = { type: 'save_record', recordType: 'ingredient', recordId: id, fields: changed } as const
    if (Object.keys(changed).length === 0 || (await run([command]))) onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(errors).length === 0) return void save(changedOf(fields, shown))
    const form = event.currentTarget
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Fields
        draft={draft}
        errors={tried ? errors : {}}
        isNew={shown === null}
        onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
      />
      <div className={classes.foot}>
        {note}
        <div className={classes.actions}>
          {shown !== null && (
            <Button variant="quiet" onClick={() => void save({ active: !shown.active })}>
              {t(shown.active ? 'form.retire' : 'form.restore')}
            </Button>
          )}
          <span className={classes.space} />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {t('save')}
          </Button>
        </div>
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly draft: IngredientDraft
  readonly errors: ReturnType<typeof readIngredient>['errors']
  readonly isNew: boolean
  readonly onChange: (change: Partial<IngredientDraft>) => void
}

function Fields({ draft, errors, isNew, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation('stock')
  const { exponent } = useFormat().currency
  const unit = t(`short.${draft.unit}`)
  const field = (
    name: Exclude<keyof IngredientDraft, 'unit'>,
    decimal: boolean,
    label: string,
  ): ReactNode => {
    const wrong = errors[name]
    const example = decimalText(10 ** exponent, exponent)
    return (
      <TextInput
        label={label}
        value={draft[name]}
        inputMode={decimal ? 'decimal' : 'text'}
        autoComplete="off"
        data-autofocus={(isNew && name === 'name') || undefined}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        error={wrong === undefined ? null : t(`form.wrong.${wrong}`, { example })}
        {...(name === 'packName' ? { placeholder: t('form.packNameHint') } : {})}
      />
    )
  }
  return (
    <div className={classes.fields}>
      {field('name', false, t('form.name'))}
      <div className={classes.pair}>
        <NativeSelect
          size="md"
          label={t('form.unit')}
          value={draft.unit}
          data={STOCK_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(event) => {
            const chosen = STOCK_UNITS.find((known) => known === event.currentTarget.value)
            if (chosen !== undefined) onChange({ unit: chosen })
          }}
        />
        {field('supplier', false, t('form.supplier'))}
      </div>
      <div className={classes.three}>
        {field('packName', false, t('form.packName'))}
        {field('packSize', true, t('form.packSize', { unit }))}
        {field('packCost', true, t('form.packCost'))}
      </div>
      <div className={classes.pair}>
        {field('low', true, t('form.low', { unit }))}
        {field('par', true, t('form.par', { unit }))}
      </div>
    </div>
  )
}
