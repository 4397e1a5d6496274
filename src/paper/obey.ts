import type { Carriage } from './carriage.ts'
import { DLE, ESC, GS } from './commands.ts'
import { obeyGsBlock, printBarcode } from './codes.ts'
import { printColumns, printRaster } from './raster.ts'
import type { Align } from './printed.ts'

/** Arguments of `GS V` that leave a bridge of paper. */
const PARTIAL_CUTS: ReadonlySet<number> = new Set([1, 49, 66, 98, 104])

/** Does what one whole command says. Commands that change nothing visible here are read and left. */
export function obey(command: Uint8Array, carriage: Carriage): void {
  const [prefix, name = 0, argument = 0] = command
  if (prefix === ESC) obeyEsc(String.fromCharCode(name), argument, command, carriage)
  else if (prefix === GS) obeyGs(String.fromCharCode(name), argument, command, carriage)
  else if (prefix === DLE) obeyDle(name, command, carriage)
}

function obeyEsc(name: string, argument: number, command: Uint8Array, carriage: Carriage): void {
  switch (name) {
    case '@':
      return carriage.reset()
    case '!':
      return carriage.set(printMode(argument))
    case 'E':
    case 'G':
      return carriage.set({ bold: argument % 2 === 1 })
    case '-':
      return carriage.set({ underline: argument % 48 !== 0 })
    case 'M':
      return carriage.set({ small: argument % 48 === 1 })
    case 'a':
      carriage.align = alignment(argument)
      return
    case 't':
      carriage.page = argument
      return
    case '2':
      return carriage.defaultSpacing()
    case '3':
      carriage.spacing = argument
      return
    case 'd':
      for (let line = 0; line < argument; line++) carriage.feedLine()
      return
    case 'J':
      return carriage.feedDots(argument)
    case '*':
      return printColumns(command, carriage)
    case 'i':
      return carriage.cut(false, false)
    case 'm':
      return carriage.cut(true, false)
    case 'p':
      return openDrawer(command, carriage)
  }
}

function obeyGs(name: string, argument: number, command: Uint8Array, carriage: Carriage): void {
  switch (name) {
    case '!':
      return carriage.set({ width: ((argument >> 4) & 7) + 1, height: (argument & 7) + 1 })
    case 'B':
      return carriage.set({ invert: argument % 2 === 1 })
    case 'V':
      return carriage.cut(PARTIAL_CUTS.has(argument), argument >= 65)
    case 'h':
      carriage.barcodeHeight = argument
      return
    case 'k':
      return printBarcode(command, carriage)
    case 'r':
      return carriage.note({ type: 'query', kind: 'sensor' })
    case 'v':
      return printRaster(command, carriage)
    case '(':
      return obeyGsBlock(command, carriage)
    case '8':
      return carriage.note({ type: 'unknown', bytes: [...command.subarray(0, 3)] })
  }
}

/** `DLE DC4 1`: a drawer pulse that does not wait its turn. `DLE EOT` is answered where bytes arrive. */
function obeyDle(name: number, command: Uint8Array, carriage: Carriage): void {
  const [, , fn, connector = 0, time = 0] = command
  if (name !== 0x14 || fn !== 1) return
  carriage.note({ type: 'drawer', pin: connector === 1 ? 5 : 2, onMs: time * 100, offMs: time * 100 })
}

/** `ESC p m t1 t2`: times are counted in 2 ms. */
function openDrawer(command: Uint8Array, carriage: Carriage): void {
  const [, , connector = 0, on = 0, off = 0] = command
  carriage.note({ type: 'drawer', pin: connector % 48 === 1 ? 5 : 2, onMs: on * 2, offMs: off * 2 })
}

function printMode(bits: number): Partial<Carriage['style']> {
  return {
    small: (bits & 0x01) !== 0,
    bold: (bits & 0x08) !== 0,
    height: (bits & 0x10) !== 0 ? 2 : 1,
    width: (bits & 0x20) !== 0 ? 2 : 1,
    underline: (bits & 0x80) !== 0,
  }
}

function alignment(argument: number): Align {
  const which = argument % 48
  return which === 1 ? 'center' : which === 2 ? 'right' : 'left'
}
