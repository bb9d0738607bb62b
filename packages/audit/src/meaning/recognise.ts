import type { CatalogueIndicator, IndicatorCatalogue } from '@cchc/domain/catalogue'
import { keyWords, labelKey, likeness } from './label-key.ts'
import type { OutlineRow } from './outline.ts'
import { only } from './rows.ts'
import { unitKind } from './unit-kind.ts'
import { COUNT_OR_RATE } from './vocabulary/labels.ts'

/** A row of which we know what it means. `certain` = its label is an official one, not merely alike. */
export interface Recognised {
  readonly row: OutlineRow
  readonly indicator: CatalogueIndicator
  readonly certain: boolean
}

type Words = ReadonlySet<string>

interface Name {
  readonly key: string
  readonly words: Words
  readonly indicator: CatalogueIndicator
}

interface Names {
  readonly names: readonly Name[]
  readonly byKey: ReadonlyMap<string, readonly Name[]>
  readonly heads: ReadonlyMap<string, Words>
}

/** What a catalogue's labels come to; worked out once for all reports. */
const KNOWN = new WeakMap<IndicatorCatalogue, Names>()

const ALIKE = 0.8
const CERTAIN = 0.9

/** Finds the indicators that rows print, by their words and what stands above them; each indicator at most once. */
export function recognise(
  rows: readonly OutlineRow[],
  catalogue: IndicatorCatalogue,
): ReadonlyMap<string, Recognised> {
  const known = KNOWN.get(catalogue) ?? readNames(catalogue)
  const found = new Map<string, Recognised>()
  const byRow = new Map<OutlineRow, Recognised>()
  for (const row of rows) {
    const match = matchRow(row, { ...known, byRow, taken: found })
    if (!match) continue
    byRow.set(row, match)
    found.set(match.indicator.id, match)
  }
  return found
}

interface Search extends Names {
  readonly byRow: ReadonlyMap<OutlineRow, Recognised>
  readonly taken: ReadonlyMap<string, Recognised>
}

function matchRow(row: OutlineRow, search: Search): Recognised | undefined {
  if (row.key === '' || isHeading(row)) return undefined
  const scored = likely(row, search)
    .filter(({ indicator, score }) => score >= ALIKE && !search.taken.has(indicator.id))
    .filter(({ indicator }) => (indicator.kind === 'ratio') === row.rate || row.unit === '')
    .filter(({ indicator }) => !isOtherKind(indicator, row))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const candidates = new Set(scored.filter((s) => s.score > best - 0.02).map((s) => s.indicator))
  const indicator = inContext([...candidates], { row, search })
  return indicator && { row, indicator, certain: best >= CERTAIN }
}

/** Money is not counted in pieces, nor pieces in đồng. */
function isOtherKind({ kind }: CatalogueIndicator, { unit }: OutlineRow): boolean {
  const printed = unitKind(unit)
  return (kind === 'money' && printed === 'count') || (kind === 'count' && printed === 'money')
}

/** Without a unit and a figure, a row names what stands below it. */
function isHeading(row: OutlineRow): boolean {
  return row.unit === '' && row.value === ''
}

interface Scored {
  readonly indicator: CatalogueIndicator
  readonly score: number
}

/** The indicators of that very name; only where no form has that name, those of a similar one. */
function likely(row: OutlineRow, { names, byKey }: Search): readonly Scored[] {
  const keys = [...new Set([row.key, leadKey(row)])]
  const same = [...keys, ...countKey(row)].flatMap((key) => byKey.get(key) ?? [])
  if (same.length > 0) return same.map(({ indicator }) => ({ indicator, score: 1 }))
  const words = keys.map(keyWords)
  return names.map((name) => ({
    indicator: name.indicator,
    score: Math.max(...words.map((own) => likeness(name.words, own))),
  }))
}

/** `VBQPPL do cấp tỉnh ban hành` counted in `Văn bản` is `Số VBQPPL do cấp tỉnh ban hành`. */
function countKey({ key, unit, rate }: OutlineRow): readonly string[] {
  const named = rate || unitKind(unit) !== 'count' || COUNT_OR_RATE.test(key)
  return named ? [] : [`so ${key}`]
}

/** The words before a remark that follows a dash or a full stop in a long label. */
function leadKey(row: OutlineRow): string {
  const [lead = ''] = row.label.replace(/^[-–+]\s*/, '').split(/\s[-–]\s|[.:;]\s/)
  return labelKey(lead)
}

function inContext(
  candidates: readonly CatalogueIndicator[],
  { row, search }: { row: OutlineRow; search: Search },
): CatalogueIndicator | undefined {
  const related = candidates.filter((one) => partOf(one, { row, search }))
  const placed = candidates.filter((one) =>
    one.under.some((head) => standsUnder(row, search.heads.get(head))),
  )
  const sole = only(candidates)
  // A label that several headings share proves nothing under a heading that is none of them.
  const contradicted = sole && sole.under.length > 0 && row.parent !== null
  return only(related) ?? only(placed) ?? (contradicted ? undefined : sole)
}

function partOf(
  one: CatalogueIndicator,
  { row, search }: { row: OutlineRow; search: Search },
): boolean {
  const above = row.parent && search.byRow.get(row.parent)?.indicator
  if (!above) return false
  const { basis, sumOf } = above
  return [basis?.numerator, basis?.denominator, ...sumOf].includes(one.id)
}

function standsUnder(row: OutlineRow, head: Words | undefined): boolean {
  for (let above = row.parent; above && head; above = above.parent) {
    if (likeness(keyWords(above.key), head) >= ALIKE) return true
  }
  return false
}

function readNames(catalogue: IndicatorCatalogue): Names {
  const names = catalogue.indicators.flatMap((indicator) =>
    [...new Set(indicator.names.map(labelKey))].map((key) => {
      return { key, words: keyWords(key), indicator }
    }),
  )
  const heads = catalogue.indicators
    .flatMap((indicator) => indicator.under)
    .map((head) => [head, keyWords(labelKey(head))] as const)
  const byKey = Map.groupBy(names, ({ key }) => key)
  const read = { names, byKey, heads: new Map(heads) }
  KNOWN.set(catalogue, read)
  return read
}
