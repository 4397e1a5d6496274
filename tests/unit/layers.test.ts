import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * Proves that a layer's walls are real: a probe file is compiled as if it stood in the layer, with that layer's own
 * references and platform. It lives in the ignored build folder, so that nothing in `src` is touched.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const TSC = join(ROOT, 'node_modules/.bin/tsc')
mkdirSync(join(ROOT, '.tsc'), { recursive: true })
const PROBES = mkdtempSync(join(ROOT, '.tsc/probe-'))
afterAll(() => rmSync(PROBES, { recursive: true }))

interface LayerConfig {
  readonly references: readonly { readonly path: string }[]
}

function referencesOf(layer: string): LayerConfig['references'] {
  const text = readFileSync(join(ROOT, 'src', layer, 'tsconfig.json'), 'utf8')
  return (JSON.parse(text.replaceAll(/^ *\/\/.*$/gm, '')) as LayerConfig).references
}

/** What the compiler says of `source` standing in `layer`; empty when it is content. */
function compileIn(layer: string, source: string): string {
  const folder = mkdtempSync(join(PROBES, `${layer}-`))
  writeFileSync(join(folder, 'probe.ts'), source)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(ROOT, 'src', layer, 'tsconfig.json'),
      compilerOptions: { rootDir: ROOT, outDir: join(folder, 'out'), tsBuildInfoFile: join(folder, 'info') },
      files: ['./probe.ts'],
      include: [join(ROOT, 'src', layer, '**/*.d.ts')],
      references: referencesOf(layer).map(({ path }) => ({ path: join(ROOT, 'src', layer, path) })),
    }),
  )
  try {
    execFileSync(TSC, ['-p', folder], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe('a layer', () => {
  // The compiler reads what lower layers declare from the build folder.
  beforeAll(() => {
    execFileSync(TSC, ['-b'], { cwd: ROOT })
  }, 120_000)

  it.each([
    ['domain', `import { runCommand } from '#sync/run-command.ts'\nexport const probe = runCommand\n`],
    ['domain', `import { readBill } from '#database/queries/bill.ts'\nexport const probe = readBill\n`],
    ['sync', `import { openSqlite } from '#server/database/sqlite.ts'\nexport const probe = openSqlite\n`],
    ['printing', `import { readBill } from '#database/queries/bill.ts'\nexport const probe = readBill\n`],
    ['app', `import { startServer } from '#server/start.ts'\nexport const probe = startServer\n`],
    ['device', `import { startServer } from '#server/start.ts'\nexport const probe = startServer\n`],
    ['link', `import { openDeviceStore } from '#device/store.ts'\nexport const probe = openDeviceStore\n`],
    ['paper', `import { encodeReceipt } from '#printing/encode.ts'\nexport const probe = encodeReceipt\n`],
  ])('%s does not compile when it imports past its wall', (layer, source) => {
    expect(compileIn(layer, source)).toMatch(/error TS6307|error TS2307/)
  })

  it.each([
    ['domain', 'export const probe = () => fetch("/")\n', 'fetch'],
    ['domain', 'export const probe = () => setTimeout(() => {}, 1)\n', 'setTimeout'],
    ['sync', 'export const probe = () => process.env\n', 'process'],
    ['database', 'export const probe = () => console.log()\n', 'console'],
    ['device', 'export const probe = () => document.title\n', 'document'],
    ['link', 'export const probe = () => document.title\n', 'document'],
    ['link', 'export const probe = () => navigator.onLine\n', 'navigator'],
    ['link', 'export const probe = () => process.env\n', 'process'],
  ])('%s does not compile when it touches another platform', (layer, source, name) => {
    expect(compileIn(layer, source)).toContain(`Cannot find name '${name}'`)
  })

  it('domain has no clock, no chance and no world outside', () => {
    const impure: readonly (readonly [expression: string, reason: RegExp])[] = [
      ['Date.now()', /'Date' only refers to a type/],
      ['new Date()', /'Date' only refers to a type/],
      ['Date()', /'Date' only refers to a type/],
      ['globalThis.Date', /error TS7017/],
      ['performance.now()', /Cannot find name 'performance'/],
      ["new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).formatToParts()", /Expected 1 arguments/],
      ["new Intl.DateTimeFormat('en', {}).resolvedOptions()", /'timeZone' is missing/],
      ['Math.random()', /Property 'random' does not exist/],
      ['crypto.randomUUID()', /Cannot find name 'crypto'/],
      ["fetch('/')", /Cannot find name 'fetch'/],
      ['setTimeout(() => 0, 1)', /Cannot find name 'setTimeout'/],
      ['new Promise(() => 0)', /'Promise' only refers to a type/],
      ["import('node:fs')", /error TS2712/],
      ['console.log()', /Cannot find name 'console'/],
      ['process.env', /Cannot find name 'process'/],
      ["require('node:fs')", /Cannot find name 'require'/],
      ["eval('Date.now()')", /Cannot find name 'eval'/],
      ["new Function('return Date.now()')", /'Function' only refers to a type/],
      ["'ä'.localeCompare('z')", /Property 'localeCompare' does not exist/],
    ]
    const source = impure.map(([expression]) => `export const probe = () => ${expression}\n`)
    const said = compileIn('domain', source.map((line, n) => line.replace('probe', `probe${n}`)).join(''))
    for (const [n, [expression, reason]] of impure.entries()) {
      const errors = said.split('\n').filter((line) => line.includes(`probe.ts(${n + 1},`))
      expect(errors.join('\n'), expression).toMatch(reason)
    }
  })

  it.each([
    ['uuidv7', 'uuidv7'],
    ['node:fs', 'readFileSync'],
    ['fast-check', 'property'],
  ])('domain does not compile with the package %s', (name, value) => {
    const source = `import { ${value} } from '${name}'\nexport const probe = ${value}\n`
    expect(compileIn('domain', source)).toContain(`has no exported member '${value}'`)
  })

  it('domain compiles with lists, maps, exact numbers, and the calendar of a named zone at a given instant', () => {
    const source = [
      `const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', year: 'numeric' })`,
      `const years = new Map([0, 1].map((ms) => [ms, zone.formatToParts(ms)[0]?.value ?? '']))`,
      `export const probe = [...years.values()].toSorted().map((year) => Math.max(Number(year), 1))`,
      `export const exact = 2n ** 70n`,
      '',
    ].join('\n')
    expect(compileIn('domain', source)).toBe('')
  })

  it('compiles when it imports what its references name', () => {
    const source = `import { dayReport } from '#domain/day/day-report.ts'\nexport const probe = dayReport\n`
    expect(compileIn('sync', source)).toBe('')
  })
})
