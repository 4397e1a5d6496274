/** Builds the screens when they are missing or older than their source. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const BUILT = 'dist/app/index.html'
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json']

export function screensAreStale(): boolean {
  return !existsSync(BUILT) || newest(SOURCES) > statSync(BUILT).mtimeMs
}

/** In a process of its own: a builder needs a gigabyte that a running café should not keep. */
export async function buildScreens(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'])
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
