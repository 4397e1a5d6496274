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
  readonly compilerOptions: Record<string, unknown>
  readonly references: readonly { readonly path: string }[]
}

function readLayer(layer: string): LayerConfig {
  const text = readFileSync(join(ROOT, 'src', layer, 'tsconfig.json'), 'utf8')
  return JSON.parse(text.replaceAll(/^ *\/\/.*$/gm, '')) as LayerConfig
}

/** What the compiler says of `source` standing in `layer`; empty when it is content. */
function compileIn(layer: string, source: string): string {
  const folder = mkdtempSync(join(PROBES, `${layer}-`))
  const { compilerOptions, references } = readLayer(layer)
  writeFileSync(join(folder, 'probe.ts'), source)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.base.json'),
      compilerOptions: {
        ...compilerOptions,
        rootDir: ROOT,
        outDir: join(folder, 'out'),
        tsBuildInfoFile: join(folder, 'info'),
      },
      files: ['./probe.ts'],
      references: references.map(({ path }) => ({ path: join(ROOT, 'src', layer, path) })),
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

  it('compiles when it imports what its references name', () => {
    const source = `import { dayReport } from '#domain/day/day-report.ts'\nexport const probe = dayReport\n`
    expect(compileIn('sync', source)).toBe('')
  })
})
