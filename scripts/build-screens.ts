/** Builds the screens when they are missing or older than their source. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const BUILT = 'dist/app/index.html'
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json']

export async function buildScreensIfStale(): Promise<boolean> {
  if (existsSync(BUILT) && newest(SOURCES) <= statSync(BUILT).mtimeMs) return false
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' })
  return true
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map(newestIn))
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
