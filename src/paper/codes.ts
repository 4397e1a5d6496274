import type { Carriage } from './carriage.ts'

/** QR code commands of `GS ( k`. */
const QR = 49
const QR_MODULE = 67
const QR_STORE = 80
const QR_PRINT = 81

const PROCESS_ID = 48

/** `GS (` commands: QR codes, the process id request, and switches that change nothing visible. */
export function obeyGsBlock(command: Uint8Array, carriage: Carriage): void {
  const name = String.fromCharCode(command[2] ?? 0)
  const data = command.subarray(5)
  if (name === 'k' && data[0] === QR) return obeyQr(data, carriage)
  // GS ( H: function 48 with m = 48, then four bytes that come back in the answer.
  if (name === 'H' && data[0] === PROCESS_ID) {
    return carriage.note({ type: 'query', kind: 'process', id: [...data.subarray(2, 6)] })
  }
  // GS ( D (real-time commands on/off) prints nothing; anything else here would have, and was not drawn.
  if (name !== 'D') carriage.note({ type: 'unknown', bytes: [...command.subarray(0, 3)] })
}

function obeyQr(data: Uint8Array, carriage: Carriage): void {
  const [, fn, argument = 3] = data
  if (fn === QR_MODULE) carriage.qr = { ...carriage.qr, module: argument }
  if (fn === QR_STORE) carriage.qr = { ...carriage.qr, data: new TextDecoder().decode(data.subarray(3)) }
  if (fn === QR_PRINT) carriage.print({ type: 'qr', ...carriage.qr, align: carriage.align })
}

/** `GS k m d… NUL` for m ≤ 6, `GS k m n d…` after that. */
export function printBarcode(command: Uint8Array, carriage: Carriage): void {
  const symbology = command[2] ?? 0
  const data = symbology <= 6 ? command.subarray(3, -1) : command.subarray(4)
  carriage.print({
    type: 'barcode',
    symbology,
    data: String.fromCharCode(...data),
    height: carriage.barcodeHeight,
    align: carriage.align,
  })
}
