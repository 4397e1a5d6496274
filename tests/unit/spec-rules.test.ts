import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Citation {
  readonly rule: string
  readonly file: string
}

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.includes('node_modules'))
    .map((path) => join(root, folder, path))
}

function citationsIn(files: readonly string[], pattern: RegExp): readonly Citation[] {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => ({
      rule: match[1] ?? '',
      file: relative(root, file),
    })),
  )
}

const rules = citationsIn(filesIn('docs/spec', /\.md$/), /^- \*\*\[([A-Z]+[0-9]+)\]\*\*/gm)
const known = new Set(rules.map(({ rule }) => rule))
// Only prefixes of rules: `'T1'` may be a table, `[A4]` a paper size.
const prefixes = [...new Set([...known].map((rule) => rule.replace(/\d+$/, '')))].join('|')
const bracketed = new RegExp(`\\[((?:${prefixes})[0-9]+)\\]`, 'g')
const quoted = new RegExp(`'((?:${prefixes})[0-9]+)'`, 'g')

const code = [...filesIn('src', /\.tsx?$/), ...filesIn('tests', /\.tsx?$/)]
const isTest = (file: string): boolean =>
  /\.(test|e2e)\.tsx?$/.test(file) || relative(root, file).startsWith('tests/contract/')
const inTests = citationsIn(code.filter(isTest), bracketed)
const inSource = [
  ...citationsIn(
    code.filter((file) => !isTest(file)),
    bracketed,
  ),
  ...citationsIn(filesIn('src', /\.tsx?$/), quoted),
]

function unknownOf(citations: readonly Citation[]): readonly string[] {
  return citations.filter(({ rule }) => !known.has(rule)).map(({ rule, file }) => `${rule} in ${file}`)
}

describe('the rules in docs/spec', () => {
  test('are there, each once', () => {
    expect(known.size).toBeGreaterThan(60)
    const ids = rules.map(({ rule }) => rule)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('each have a test that cites them', () => {
    const tested = new Set(inTests.map(({ rule }) => rule))
    expect([...known].filter((rule) => !tested.has(rule))).toEqual([])
  })

  test('are the only ones that tests cite', () => expect(unknownOf(inTests)).toEqual([]))

  test('are the only ones that the source cites', () => expect(unknownOf(inSource)).toEqual([]))

  test('have no stranger beside them: every id in the source belongs to a page', () => {
    const strangers = citationsIn(filesIn('src', /\.tsx?$/), /\[([A-Z]{2,}[0-9]+)\]/g)
    expect(unknownOf(strangers)).toEqual([])
  })
})
