import { atLeft } from './columns.ts'
import { bar, centred, sides, wrap, type PaperLine } from './lines.ts'
import type { KitchenTicket, TicketDocLine } from './kitchen-ticket.ts'
import type { Mark } from './outcome.ts'
import { printable, type Repertoire } from './printable.ts'

/** What is said above a ticket and was not known when it was made. [PRINT18] */
export interface TicketHead {
  readonly mark: Mark
  /** 0 = the original; n > 0 prints "COPY n". */
  readonly copy: number
  /** The printer it was for, or that may print it, too. */
  readonly otherPrinter: string
}

interface Paper {
  readonly columns: number
  /** Text as this printer can show it. */
  readonly show: (text: string) => string
}

/** The ticket as lines of paper, large: read over a stove, at arm's length. [PRINT7] [PRINT18] */
export function ticketLines(
  ticket: KitchenTicket,
  head: TicketHead,
  columns: number,
  repertoire: Repertoire,
): readonly PaperLine[] {
  const paper: Paper = { columns, show: (text) => printable(text, repertoire) }
  const rule: PaperLine = { text: paper.show('─').repeat(columns) }
  return [
    ...marks(ticket, head, paper),
    ...place(ticket, paper),
    ...about(ticket, paper),
    rule,
    ...dishes(ticket, paper),
    rule,
  ]
}

/** Every repeat is marked: a dish must not be cooked twice because paper came twice. [PRINTJOB4] */
function marks({ labels, late, tells }: KitchenTicket, head: TicketHead, paper: Paper): readonly PaperLine[] {
  const copy = head.copy === 0 ? [] : [`${labels.copy} ${head.copy}`]
  const said = {
    '': [],
    backup: [`${labels.backup} ${head.otherPrinter}`],
    maybe: [`${labels.maybe} ${head.otherPrinter}`],
    again: [labels.check],
  }[head.mark]
  const all = [
    ...copy,
    ...said,
    ...(late === null ? [] : [`${labels.late} ${late}`]),
    ...(tells === 'new' ? [] : [labels[tells]]),
  ]
  const bars = all.flatMap((text) => [...bar(paper.show(text), paper.columns), { text: '' }])
  return bars
}

function place(ticket: KitchenTicket, { columns, show }: Paper): readonly PaperLine[] {
  const { labels, table, service, number } = ticket
  const where = table === null ? (service ?? '') : `${labels.table} ${table}`
  const large = { bold: true, width: 2, height: 2 } as const
  return lines(sides(show(where), show(number), columns / 2), large)
}

function about(ticket: KitchenTicket, { columns, show }: Paper): readonly PaperLine[] {
  const { labels, guest, due, station, waiter, time } = ticket
  return [
    ...(guest === '' ? [] : lines(wrap(show(guest), columns), { height: 2 })),
    ...(due === null ? [] : lines(wrap(show(`${labels.due} ${due}`), columns), { bold: true, height: 2 })),
    ...lines(sides(show(station), show([waiter, time].filter(Boolean).join('  ')), columns)),
  ]
}

function dishes(ticket: KitchenTicket, paper: Paper): readonly PaperLine[] {
  const widest = Math.max(0, ...ticket.lines.map(({ qty }) => qty.length))
  return ticket.lines.flatMap((line, at) => {
    const before = ticket.lines[at - 1]
    const begins = line.kind !== 'cancelled' && (before?.kind === 'cancelled' ? 0 : (before?.course ?? 0))
    const course = begins !== false && line.course !== begins ? courseHead(line, ticket, paper) : []
    return [...course, ...dish(line, ticket, paper, widest)]
  })
}

function courseHead(
  { course }: TicketDocLine,
  { labels }: KitchenTicket,
  { columns, show }: Paper,
): readonly PaperLine[] {
  return centred(show(`${labels.course} ${course}`), columns).map((line) => ({ ...line, bold: true }))
}

function dish(
  line: TicketDocLine,
  { labels, tells }: KitchenTicket,
  paper: Paper,
  widest: number,
): readonly PaperLine[] {
  const { columns, show } = paper
  const isGone = line.kind === 'cancelled'
  const was = line.qtyBefore === null ? '' : `${labels.was} ${line.qtyBefore}`
  // The bar above says it for all of them; among others each says it by itself.
  const own = line.kind === tells && tells !== 'changed' ? '' : labels[line.kind]
  const sign = [own, was, line.moved ? labels.moved : ''].filter(Boolean).join(', ')
  const qty = `${show(line.qty).padStart(widest)} x `
  const seat = line.seat === 0 ? '' : ` (${labels.seat} ${line.seat})`
  const name = hanging(qty, show(line.name + seat), columns)
  const indent = qty.length
  return [
    ...(sign === '' ? [] : lines(wrap(show(sign), columns), { bold: true })),
    ...lines(isGone ? name.map((text) => atLeft(text, columns)) : name, {
      bold: true,
      height: 2,
      invert: isGone,
    }),
    ...allergyBar(line, paper),
    ...line.modifiers.flatMap(({ text, depth }) =>
      inset(show(text), indent + 2 * Math.min(depth, 3), columns, { height: 2 }),
    ),
    ...(line.note === '' ? [] : inset(show(line.note), indent, columns, { invert: true, height: 2 })),
  ]
}

/** Right below the dish, white on black over the whole width: nothing else on a ticket looks like it. [ALLERGY3] */
function allergyBar({ allergy = '' }: TicketDocLine, { columns, show }: Paper): readonly PaperLine[] {
  if (allergy === '') return []
  const texts = wrap(show(allergy), columns - 2).map((text) => atLeft(` ${text}`, columns))
  return lines(texts, { bold: true, height: 2, invert: true })
}

/** The name beside its quantity, and under itself. */
function hanging(lead: string, name: string, columns: number): readonly string[] {
  return wrap(name, columns - lead.length).map(
    (text, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + text,
  )
}

function inset(
  text: string,
  indent: number,
  columns: number,
  style: Omit<PaperLine, 'text' | 'indent'>,
): readonly PaperLine[] {
  return wrap(text, columns - indent).map((line) => ({ ...style, text: line, indent }))
}

function lines(texts: readonly string[], style: Omit<PaperLine, 'text'> = {}): readonly PaperLine[] {
  return texts.map((text) => ({ ...style, text }))
}
