import { bar, centred, pair, type PaperLine } from './lines.ts'
import { printable, type Repertoire } from './printable.ts'

/** A paper for the house: cash that moved without a sale, money given back, an X or a Z. All text already. [PRINT20] */
export interface Slip {
  readonly kind: 'slip'
  readonly title: string
  readonly store: string
  /** Under each other: who, when, why. */
  readonly facts: readonly string[]
  readonly sections: readonly (readonly SlipRow[])[]
  /** Whose name is signed; empty: nobody signs. */
  readonly signs: readonly string[]
}

export interface SlipRow {
  readonly label: string
  readonly amount: string
  readonly strong?: boolean
}

/** The slip as lines of paper. [PRINT7] [PRINT20] */
export function slipLines(
  slip: Slip,
  copy: number,
  columns: number,
  repertoire: Repertoire,
): readonly PaperLine[] {
  const show = (text: string): string => printable(text, repertoire)
  const rule: PaperLine = { text: show('─').repeat(columns) }
  return [
    ...(copy === 0 ? [] : [...bar(`COPY ${copy}`, columns), { text: '' }]),
    ...bar(show(slip.title), columns),
    { text: '' },
    ...centred(show(slip.store), columns),
    ...slip.facts.flatMap((fact) => centred(show(fact), columns)),
    ...slip.sections.flatMap((rows) => [rule, ...rows.flatMap((row) => rowLines(row, columns, show))]),
    rule,
    ...slip.signs.flatMap((name) => [
      { text: '' },
      { text: '' },
      { text: show('_').repeat(columns) },
      ...centred(show(name), columns),
    ]),
  ]
}

function rowLines(
  { label, amount, strong = false }: SlipRow,
  columns: number,
  show: (text: string) => string,
): readonly PaperLine[] {
  const texts = pair(show(label), show(amount), columns)
  return texts.map((text) => (strong ? { text, bold: true, height: 2 } : { text }))
}
