import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ACTIONS, rightOf, ROLES, type Right } from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/spec/access.md', import.meta.url)), 'utf8')

const WORDS: { readonly [right in Right]: string } = { alone: 'yes', approval: 'with approval', no: 'no' }

function percent(ppm: number): string {
  return `${ppm / 10_000} %`
}

function amount(most: number | null): string {
  return most === null ? 'any' : String(most)
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** However wide the page's columns are. */
function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim().replace(/^-+$/, '---'))
}

test('[ROLE1] the table on the page is the table in the code', () => {
  const all = ROLES.map(rightsOf)
  const table = [
    row('', 'Waiter', 'Manager', 'Owner'),
    row('---', '---', '---', '---'),
    ...ACTIONS.map((action) => row(`\`${action}\``, ...ROLES.map((role) => WORDS[rightOf(role, action)]))),
    row('largest discount alone', ...all.map(({ discountPpm }) => percent(discountPpm))),
    row('largest refund alone', ...all.map(({ refundMax }) => amount(refundMax))),
    row('largest paid-out or tip-out alone', ...all.map(({ paidOutMax }) => amount(paidOutMax))),
  ]
  const onThePage = page.split('\n').filter((line) => line.startsWith('|'))
  expect(onThePage.map(cellsOf)).toEqual(table.map(cellsOf))
})
