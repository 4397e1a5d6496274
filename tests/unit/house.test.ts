import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** What git keeps, and what it would: files neither tracked nor ignored count too. */
function files(pattern: RegExp): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  const gone = execFileSync('git', ['ls-files', '--deleted'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
  return listed.split('\n').filter((path) => pattern.test(path) && !gone.includes(path))
}

describe('the house', () => {
  it('holds one idea a file: none over 400 lines, half of them at most 100', () => {
    const lengths = files(/^(src|tests|scripts)\/.*\.tsx?$/).map((path) => ({
      path,
      lines: read(path).split('\n').length - 1,
    }))
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })

  it('has a wall with a reason around every folder of src', () => {
    for (const layer of readdirSync(join(ROOT, 'src'))) {
      expect(read(`src/${layer}/tsconfig.json`)).toMatch(new RegExp(`^// src/${layer}: .{20,}`))
    }
  })

  it('is the house that ARCHITECTURE.md describes', () => {
    const tree = read('docs/ARCHITECTURE.md')
    const described = [...tree.matchAll(/^src\/(\w+)\/ /gm)].map((match) => match[1])
    expect(described.toSorted()).toEqual(readdirSync(join(ROOT, 'src')).toSorted())
    const named = [...tree.matchAll(/`((?:src|tests)\/[\w/.{},-]+\.tsx?)`/g)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(8)
    expect(files(/./)).toEqual(expect.arrayContaining(named))
  })

  it('pins every version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const versions = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('leaves no test out and no debt unnamed', () => {
    const marks = /\b(?:it|test|describe)\.(?:skip|only|todo)\b|@ts-ignore|@ts-nocheck|\b(?:TODO|FIXME)\b/
    const found = files(/^(src|scripts|tests)\/.*\.tsx?$/)
      .filter((path) => path !== 'tests/unit/house.test.ts')
      .filter((path) => marks.test(read(path)))
    expect(found).toEqual([])
  })
})
