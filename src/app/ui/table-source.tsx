import { Textarea } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { ChangeEvent, ReactNode } from 'react'
import { readText } from './text-file.ts'
import classes from './table-source.module.css'

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
  readonly words: { readonly choose: string; readonly paste: string; readonly example: string }
}

/** A table as a file, or what was copied out of a spreadsheet. */
export function TableSource({ text, onText, words }: Props): ReactNode {
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const input = event.currentTarget
    const file = input.files?.[0]
    if (file === undefined) return
    void readText(file).then((read) => {
      onText(read)
      // The same file, corrected, may be chosen again.
      input.value = ''
    })
  }
  return (
    <>
      <label className={classes.file}>
        <IconFileSpreadsheet size={22} stroke={1.75} aria-hidden />
        {words.choose}
        <input type="file" accept=".csv,.tsv,.txt,text/csv" onChange={take} />
      </label>
      <Textarea
        label={words.paste}
        placeholder={words.example}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        rows={4}
        spellCheck={false}
        autoComplete="off"
      />
    </>
  )
}
