/** Objects, errors and JSON. Nothing that makes code out of text. */
interface Object {
  toString(): string
  valueOf(): Object
  hasOwnProperty(key: PropertyKey): boolean
}
interface ObjectConstructor {
  freeze<T>(value: T): Readonly<T>
  isFrozen(value: unknown): boolean
  keys(value: object): string[]
}
declare const Object: ObjectConstructor

interface Error {
  name: string
  message: string
}
interface ErrorConstructor {
  new (message?: string): Error
}
declare const Error: ErrorConstructor
interface RangeError extends Error {}
declare const RangeError: { new (message?: string): RangeError }
interface TypeError extends Error {}
declare const TypeError: { new (message?: string): TypeError }

interface JSON {
  parse(text: string): unknown
  stringify(
    value: unknown,
    replacer?: ((key: string, value: unknown) => unknown) | readonly (string | number)[] | null,
    space?: string | number,
  ): string
}
declare const JSON: JSON
