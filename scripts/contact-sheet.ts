// Draws every demo picture on one PNG, on a light and a dark ground, to look at them together:
//   npx tsx scripts/contact-sheet.ts [file.png]
import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions } from 'sharp'
import { demoCafe } from '#demo/cafe.ts'

const COLUMNS = 10
const WIDTH = 160
const HEIGHT = 120
const GAP = 12

const file = process.argv[2] ?? '/tmp/contact-sheet.png'
const pictures = demoCafe({ printerHost: '127.0.0.1', printerPort: 9100 }).records.flatMap((record) =>
  record.type === 'menu_item' ? [record.fields.picture] : [],
)
const width = COLUMNS * (WIDTH + GAP) + GAP
const half = Math.ceil(pictures.length / COLUMNS) * (HEIGHT + GAP) + GAP

const tiles = await Promise.all(pictures.map(drawTile))
const dark: OverlayOptions = {
  input: { create: { width, height: half, channels: 3, background: '#16181c' } },
  left: 0,
  top: half,
}
await sharp({ create: { width, height: half * 2, channels: 3, background: '#ffffff' } })
  .composite([dark, ...placeTiles(0), ...placeTiles(half)])
  .png()
  .toFile(file)
console.log(`${pictures.length} pictures: ${file}`)

function drawTile(name: string): Promise<Buffer> {
  const path = fileURLToPath(new URL(`../src/demo/pictures/${name}.svg`, import.meta.url))
  return sharp(path).resize(WIDTH, HEIGHT).png().toBuffer()
}

function placeTiles(down: number): OverlayOptions[] {
  return tiles.map((input, index) => ({
    input,
    left: GAP + (index % COLUMNS) * (WIDTH + GAP),
    top: down + GAP + Math.floor(index / COLUMNS) * (HEIGHT + GAP),
  }))
}
