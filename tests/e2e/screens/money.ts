/** "€1,234.50" as 123450. */
export function cents(text: string): number {
  const match = /(-?)€([\d,]+)\.(\d\d)/.exec(text)
  if (match === null) throw new Error(`assertion failed: "${text}" holds no amount`)
  const [, sign = '', euros = '', rest = ''] = match
  return Number(`${sign}${euros.replaceAll(',', '')}${rest}`)
}

/** 123450 as "1234.50": what paper shows. */
export function plain(amount: number): string {
  return (amount / 100).toFixed(2)
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
