/**
 * The language as the domain has it. TypeScript's own ES5 library holds `Date` and `Math.random`, so this folder
 * stands in its place: what is not written here or in a library that tsconfig.json names does not compile. Write in
 * what is pure: the same arguments always give the same answer, on any machine, in any country, at any time.
 *
 * This file: the types that the compiler itself speaks of.
 */
type PropertyKey = string | number | symbol

type Partial<T> = { [K in keyof T]?: T[K] }
type Required<T> = { [K in keyof T]-?: T[K] }
type Readonly<T> = { readonly [K in keyof T]: T[K] }
type Pick<T, K extends keyof T> = { [P in K]: T[P] }
type Record<K extends PropertyKey, T> = { [P in K]: T }
type Exclude<T, U> = T extends U ? never : T
type Extract<T, U> = T extends U ? T : never
type Omit<T, K extends PropertyKey> = Pick<T, Exclude<keyof T, K>>
type NonNullable<T> = T & {}
type Parameters<F extends (...args: never) => unknown> = F extends (...args: infer P) => unknown ? P : never
type ReturnType<F extends (...args: never) => unknown> = F extends (...args: never) => infer R ? R : never

interface ArrayLike<T> {
  readonly length: number
  readonly [index: number]: T
}
interface ConcatArray<T> extends ArrayLike<T> {
  join(separator?: string): string
  slice(start?: number, end?: number): T[]
}
interface TemplateStringsArray extends ReadonlyArray<string> {
  readonly raw: readonly string[]
}
interface IArguments {
  readonly length: number
  [index: number]: unknown
}
interface Symbol {
  toString(): string
  valueOf(): symbol
}
interface ThisType<_T> {}

interface Function {
  readonly length: number
}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
