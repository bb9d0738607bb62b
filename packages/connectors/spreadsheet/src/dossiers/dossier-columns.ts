import { plain } from '../plain.ts'
import type { Head, Title } from '../table/title.ts'
import {
  DOSSIER_FIELDS,
  DOSSIER_HEADS,
  type DossierField,
  LEFT_OUT_HEAD,
  PERSONAL_HEAD,
} from './vocabulary.ts'

/** Which columns of a list are read, which are about people, and which nobody understands. */
export interface DossierColumns {
  readonly places: ReadonlyMap<DossierField, number>
  readonly personal: readonly string[]
  readonly unknown: readonly string[]
}

/** Understands the heads of a list of dossiers; undefined where there is no column of codes and none of reception. */
export function dossierColumns(
  { titles }: Head,
  heads: ReadonlyMap<string, string>,
): DossierColumns | undefined {
  const read = titles.filter(({ path }) => path.length > 0).map((title) => wordsOf(title, heads))
  const places = placesOf(read, heads)
  if (!places.has('code') || !places.has('receivedAt')) return undefined
  const used = new Set(places.values())
  const rest = read.filter(({ column }) => !used.has(column))
  return {
    places,
    personal: rest.filter(({ isPersonal }) => isPersonal).map(shown),
    unknown: rest.filter(({ isPersonal, words }) => !isPersonal && !isLeftOut(words)).map(shown),
  }
}

interface ReadTitle extends Title {
  /** The last words of the head, and all of them. */
  readonly words: readonly string[]
  readonly isPersonal: boolean
}

function wordsOf(title: Title, heads: ReadonlyMap<string, string>): ReadTitle {
  const { path } = title
  const words = [plain(path.at(-1) ?? ''), plain(path.join(' '))]
  const isConfigured = words.some((text) => heads.has(text))
  return {
    ...title,
    words,
    isPersonal: !isConfigured && words.some((text) => PERSONAL_HEAD.test(text)),
  }
}

function placesOf(
  titles: readonly ReadTitle[],
  heads: ReadonlyMap<string, string>,
): ReadonlyMap<DossierField, number> {
  const places = new Map<DossierField, number>()
  const place = (field: DossierField, fits: (words: string) => boolean) => {
    const used = new Set(places.values())
    const found = titles.find(({ column, words, isPersonal }) => {
      return !used.has(column) && !isPersonal && words.some(fits)
    })
    if (found && !places.has(field)) places.set(field, found.column)
  }
  for (const field of DOSSIER_FIELDS) place(field, (words) => heads.get(words) === field)
  for (const [field, pattern] of DOSSIER_HEADS) place(field, (words) => pattern.test(words))
  return places
}

function isLeftOut(words: readonly string[]): boolean {
  return words.some((text) => LEFT_OUT_HEAD.test(text))
}

/** A head as it may be told; what holds long numbers is no head but somebody's. */
function shown({ path }: Title): string {
  const text = path.join(' – ').slice(0, 60)
  return /\d{6}|@/.test(text) ? '…' : text
}
