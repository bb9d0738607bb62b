import { OF_SEVERAL_BODIES } from './vocabulary/documents.ts'

/** The year in a document's number, `03/2023/NQ-HĐND`, and the number without it. */
export function yearOf(number: string): { readonly year: string | null; readonly without: string } {
  const match = /^(\d+)\/(\d{4})\/(.+)$/.exec(number)
  if (!match) return { year: null, without: number }
  return { year: match[2] ?? null, without: `${match[1]}/${match[3]}` }
}

/** Whether the symbol names one body: committees and councils of several levels number their documents alike. */
export function isOfOneBody(number: string): boolean {
  return !OF_SEVERAL_BODIES.test(number.normalize('NFC'))
}
