/** Text, numbers and truth. Nothing that asks the machine for its language, and no numbers out of nowhere. */
interface Boolean {
  valueOf(): boolean
}

interface Number {
  toString(radix?: number): string
  toFixed(digits?: number): string
  valueOf(): number
}
interface NumberConstructor {
  (value?: unknown): number
  readonly POSITIVE_INFINITY: number
  readonly NEGATIVE_INFINITY: number
  readonly MAX_VALUE: number
}
declare const Number: NumberConstructor

interface String {
  readonly length: number
  readonly [index: number]: string
  toString(): string
  valueOf(): string
  charAt(at: number): string
  charCodeAt(at: number): number
  concat(...others: string[]): string
  indexOf(part: string, from?: number): number
  lastIndexOf(part: string, from?: number): number
  match(pattern: string | RegExp): RegExpMatchArray | null
  replace(pattern: string | RegExp, by: string): string
  replace(pattern: string | RegExp, by: (found: string, ...rest: string[]) => string): string
  search(pattern: string | RegExp): number
  slice(start?: number, end?: number): string
  split(separator: string | RegExp, limit?: number): string[]
  substring(start: number, end?: number): string
  toLowerCase(): string
  toUpperCase(): string
  trim(): string
}
interface StringConstructor {
  (value?: unknown): string
  fromCharCode(...codes: number[]): string
}
declare const String: StringConstructor

interface RegExpMatchArray extends Array<string> {
  index?: number
  input?: string
  0: string
}
interface RegExpExecArray extends Array<string> {
  index: number
  input: string
  0: string
}
interface RegExp {
  readonly source: string
  readonly global: boolean
  lastIndex: number
  test(text: string): boolean
  exec(text: string): RegExpExecArray | null
}

/** Without `random`. */
interface Math {
  readonly PI: number
  abs(x: number): number
  ceil(x: number): number
  floor(x: number): number
  max(...values: number[]): number
  min(...values: number[]): number
  pow(x: number, y: number): number
  round(x: number): number
  sqrt(x: number): number
}
declare const Math: Math
