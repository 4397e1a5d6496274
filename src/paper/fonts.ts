import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

const FONT_PACKAGE = '@fontsource/jetbrains-mono'

/** One file a script; each gets a family of its own, so that the list of families is the order of looking. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const

/**
 * Font families for `ctx.font`, regular and bold. Ink spreads on thermal paper, so regular is the medium
 * weight.
 */
export interface PaperFonts {
  readonly regular: string
  readonly bold: string
}

/** The bundled font where the package is installed, after it whatever monospaced font the machine has. */
export function paperFonts(): PaperFonts {
  return { regular: families(500), bold: families(700) }
}

function families(weight: 500 | 700): string {
  const found = SCRIPTS.flatMap((script) => {
    const family = `Paper ${script} ${weight}`
    return GlobalFonts.has(family) || register(family, script, weight) ? [`"${family}"`] : []
  })
  return [...found, '"DejaVu Sans Mono"', '"Liberation Mono"', 'monospace'].join(', ')
}

function register(family: string, script: string, weight: number): boolean {
  const path = fontFile(script, weight)
  return path !== null && GlobalFonts.registerFromPath(path, family) !== null
}

function fontFile(script: string, weight: number): string | null {
  const name = `${FONT_PACKAGE.split('/').at(-1)}-${script}-${weight}-normal.woff2`
  try {
    return createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/files/${name}`)
  } catch {
    // Not installed: the machine's own font is good enough for a picture of paper.
    return null
  }
}
