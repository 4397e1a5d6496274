import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

/** A file of @fontsource each: a font, and a writing it has letters for. */
const FILES = [
  ['jetbrains-mono', 'latin'],
  ['jetbrains-mono', 'latin-ext'],
  ['jetbrains-mono', 'cyrillic'],
  ['jetbrains-mono', 'greek'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-hebrew', 'hebrew'],
  ['noto-sans-thai', 'thai'],
  ['noto-sans-devanagari', 'devanagari'],
] as const

/** Of the machine's own, where it has them: fonts for all of China, Japan and Korea would be 200 MB of this program. */
const OF_THE_MACHINE = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Noto Sans CJK JP',
  'PingFang SC',
  'Hiragino Sans',
  'Apple SD Gothic Neo',
  'Microsoft YaHei',
  'Yu Gothic',
  'Malgun Gothic',
  'WenQuanYi Zen Hei',
  'sans-serif',
]

/** Font families for `context.font`, in the order of looking. Ink spreads on thermal paper: regular is medium. */
export function penFonts(): string {
  const own = FILES.map(([font, writing]) => {
    const family = `Pen ${font} ${writing}`
    if (!GlobalFonts.has(family)) for (const weight of [500, 700]) register(family, font, writing, weight)
    return family
  })
  return [...own, ...OF_THE_MACHINE].map((family) => `"${family}"`).join(', ')
}

function register(family: string, font: string, writing: string, weight: number): void {
  const name = `@fontsource/${font}/files/${font}-${writing}-${weight}-normal.woff2`
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(name), family)
}
