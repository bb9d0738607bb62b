import { plain } from '../plain.ts'
import type { Head, Title, UnknownTitle } from '../table/title.ts'
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
  readonly unknown: readonly UnknownTitle[]
}

/** Understands the heads of a list of dossiers; undefined where there is no column of codes and none of reception. */
export function dossierColumns(
  head: Head,
  heads: ReadonlyMap<string, string>,
): DossierColumns | undefined {
  const columns = columnsAsOfList(head, heads)
  return columns.places.has('code') && columns.places.has('receivedAt') ? columns : undefined
}

/** What heads mean if they are those of a list of dossiers. */
export function columnsAsOfList(
  { titles }: Head,
  heads: ReadonlyMap<string, string>,
): DossierColumns {
  const read = titles.filter(({ path }) => path.length > 0).map((title) => wordsOf(title, heads))
  const places = placesOf(read, heads)
  const used = new Set(places.values())
  const rest = read.filter(({ column }) => !used.has(column))
  return {
    places,
    personal: rest.filter(({ isPersonal }) => isPersonal).map(shown),
    unknown: rest
      .filter(({ isPersonal, words }) => !isPersonal && !isLeftOut(words))
      .map((title) => ({ shown: shown(title), words: title.path.join(' '), column: title.column })),
  }
}

interface ReadTitle extends Title {
  /** The last words of the head, all of them, and those that go with what is above them. */
  readonly words: readonly string[]
  readonly isPersonal: boolean
}

/** Words that say what a column holds together with those above them: `Ngày` below `Tiếp nhận`. */
const WIDE = /^(ngay|ngay thang nam|ngay gio|thoi gian|thoi diem|ma|ma so|so|ten|hinh thuc)$/

function wordsOf(title: Title, heads: ReadonlyMap<string, string>): ReadTitle {
  const { path } = title
  const last = plain(path.at(-1) ?? '')
  const above = plain(path.at(-2) ?? '')
  const isWide = above !== '' && WIDE.test(last)
  const said = isWide ? [plain(path.join(' ')), `${last} ${above}`] : [last, plain(path.join(' '))]
  const words = [last, ...said]
  const isConfigured = words.some((text) => heads.has(text))
  return {
    ...title,
    words,
    isPersonal: !isConfigured && said.some((text) => PERSONAL_HEAD.test(text)),
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
