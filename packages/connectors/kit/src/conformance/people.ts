import type { Portal } from './portal.ts'
import { rewritten } from './portal.ts'
import { fillFields, mapRows } from './wire-text.ts'

/** The number is looked for too: it survives when letters are dropped. */
const NUMBER = '079912345678'
/** What a portal tells of a person, and what must be found nowhere. */
export const PERSON = `CANARY Nguyễn Văn Bí Mật ${NUMBER}`
const MARKS = ['canary', NUMBER]

/** A portal that tells of the same person in every field of these names. */
export function withPeople(portal: Portal, names: readonly string[]): Portal {
  if (names.length === 0) return portal
  return rewritten(portal, (text) => fillFields(text, new Set(names), () => PERSON))
}

/** A portal that tells of a person in a field of each row that nobody knows yet. */
export function withUnknownPeople(portal: Portal): Portal {
  return rewritten(portal, (text) => mapRows(text, (row) => ({ ...row, nguoiNopHoSo: PERSON })))
}

/** Where a text tells of the person; undefined where it does not. */
export function personAt(text: string): number | undefined {
  const lower = text.toLowerCase()
  const places = MARKS.map((mark) => lower.indexOf(mark)).filter((at) => at >= 0)
  return places[0]
}
