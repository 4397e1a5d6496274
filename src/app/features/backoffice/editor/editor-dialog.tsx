import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import classes from './editor.module.css'

interface Props {
  readonly title: string
  readonly busy: boolean
  readonly failure: Failure | null
  /** True once a save was tried with something wrong in the form. */
  readonly wrong: boolean
  /** What stands left of the buttons: taking something off the menu. */
  readonly aside?: ReactNode
  /** Stands in the place of the buttons while somebody must choose. */
  readonly clash?: ReactNode
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the list it came from. On a phone it is the whole screen; its buttons never scroll away. */
export function EditorDialog(props: Props): ReactNode {
  const { title, onClose } = props
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={680}
      fullScreen={narrow}
      // A tap beside it must not throw away what was typed.
      closeOnClickOutside={false}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <EditorForm {...props} />
    </Modal>
  )
}

function EditorForm({ busy, failure, wrong, aside, clash, onSave, onClose, children }: Props): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const wordsOf = useFailureWords()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onSave()
    const form = event.currentTarget
    // What is wrong may be out of sight: the first such field comes into it.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const words = failure === null ? null : wordsOf(failure)
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.fields}>{children}</div>
      <div className={classes.foot}>
        {words !== null && <Note tone="bad" title={words.message} text={words.remedy} />}
        {words === null && wrong && <Note tone="bad" title={t('fixAbove')} text={t('fixAboveText')} />}
        {clash ?? (
          <div className={classes.actions}>
            {aside}
            <span className={classes.space} />
            <Button className={classes.cancel} onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" variant="primary" disabled={busy}>
              {t(busy ? 'saving' : 'save')}
            </Button>
          </div>
        )}
      </div>
    </form>
  )
}
