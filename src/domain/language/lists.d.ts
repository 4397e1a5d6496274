/** Lists, as ES5 knows them. What later editions added comes from the libraries that tsconfig.json names. */
interface ReadonlyArray<T> {
  readonly length: number
  readonly [index: number]: T
  concat(...others: (T | ConcatArray<T>)[]): T[]
  join(separator?: string): string
  slice(start?: number, end?: number): T[]
  indexOf(wanted: T, from?: number): number
  lastIndexOf(wanted: T, from?: number): number
  every<S extends T>(holds: (one: T, at: number, all: readonly T[]) => one is S): this is readonly S[]
  every(holds: (one: T, at: number, all: readonly T[]) => unknown): boolean
  some(holds: (one: T, at: number, all: readonly T[]) => unknown): boolean
  forEach(act: (one: T, at: number, all: readonly T[]) => void): void
  map<U>(made: (one: T, at: number, all: readonly T[]) => U): U[]
  filter<S extends T>(holds: (one: T, at: number, all: readonly T[]) => one is S): S[]
  filter(holds: (one: T, at: number, all: readonly T[]) => unknown): T[]
  reduce(join: (sum: T, one: T, at: number, all: readonly T[]) => T): T
  reduce(join: (sum: T, one: T, at: number, all: readonly T[]) => T, first: T): T
  reduce<U>(join: (sum: U, one: T, at: number, all: readonly T[]) => U, first: U): U
  reduceRight<U>(join: (sum: U, one: T, at: number, all: readonly T[]) => U, first: U): U
}

interface Array<T> {
  length: number
  [index: number]: T
  push(...more: T[]): number
  pop(): T | undefined
  shift(): T | undefined
  unshift(...more: T[]): number
  reverse(): T[]
  sort(compare?: (a: T, b: T) => number): this
  splice(start: number, remove?: number): T[]
  splice(start: number, remove: number, ...more: T[]): T[]
  concat(...others: (T | ConcatArray<T>)[]): T[]
  join(separator?: string): string
  slice(start?: number, end?: number): T[]
  indexOf(wanted: T, from?: number): number
  lastIndexOf(wanted: T, from?: number): number
  every<S extends T>(holds: (one: T, at: number, all: T[]) => one is S): this is S[]
  every(holds: (one: T, at: number, all: T[]) => unknown): boolean
  some(holds: (one: T, at: number, all: T[]) => unknown): boolean
  forEach(act: (one: T, at: number, all: T[]) => void): void
  map<U>(made: (one: T, at: number, all: T[]) => U): U[]
  filter<S extends T>(holds: (one: T, at: number, all: T[]) => one is S): S[]
  filter(holds: (one: T, at: number, all: T[]) => unknown): T[]
  reduce(join: (sum: T, one: T, at: number, all: T[]) => T): T
  reduce(join: (sum: T, one: T, at: number, all: T[]) => T, first: T): T
  reduce<U>(join: (sum: U, one: T, at: number, all: T[]) => U, first: U): U
  reduceRight<U>(join: (sum: U, one: T, at: number, all: T[]) => U, first: U): U
}
interface ArrayConstructor {
  isArray(value: unknown): value is readonly unknown[]
}
declare const Array: ArrayConstructor
