/**
 * Words as they are looked for: "João" is found by "joao". The same on every engine, none of which agrees with another
 * on what a small letter is.
 */
export function foldWords(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
