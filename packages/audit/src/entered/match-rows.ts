import type { IndicatorId, ReportTemplate, TemplateRow } from '@cchc/domain'
import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import type { AuditedRow } from '../meaning/audited-report.ts'
import { keyWords, likeness } from '../meaning/label-key.ts'
import { type OutlineRow, outline } from '../meaning/outline.ts'
import { recognise } from '../meaning/recognise.ts'
import { only, sameUnit } from '../meaning/rows.ts'

/** What a row of a file stands for: a row of the template, an indicator, both, or nothing known. */
export interface RowMeaning {
  readonly row: OutlineRow
  readonly templateRow: TemplateRow | null
  readonly indicatorId: IndicatorId | null
  /** Another row of the file that says the same thing, where this one repeats it. */
  readonly repeats: OutlineRow | null
}

interface Place {
  readonly at: OutlineRow
  readonly templateRow: TemplateRow
}

/**
 * Finds what the rows of a file stand for: by label, then by code and place in the template, then by the labels of the
 * catalogue; each row of the template and each indicator at most once.
 */
export function matchRows(
  rows: readonly AuditedRow[],
  options: { readonly template: ReportTemplate | null; readonly catalogue: IndicatorCatalogue },
): readonly RowMeaning[] {
  const { template, catalogue } = options
  const outlined = outline(rows)
  const placed = template ? inTemplate(outlined, template) : new Map<OutlineRow, TemplateRow>()
  const taken = new Set([...placed.values()].map(({ indicatorId }) => indicatorId))
  const found = new Map(
    [...recognise(outlined, catalogue).values()]
      .filter(({ row, indicator }) => !placed.get(row)?.indicatorId && !taken.has(indicator.id))
      .map(({ row, indicator }) => [row, indicator.id]),
  )
  const known = outlined.filter((row) => placed.has(row) || found.has(row))
  return outlined.map((row) => {
    const templateRow = placed.get(row) ?? null
    const indicatorId = templateRow?.indicatorId ?? found.get(row) ?? null
    const repeats = known.includes(row) ? null : (known.find((one) => sameRow(one, row)) ?? null)
    return { row, templateRow, indicatorId, repeats }
  })
}

/** How many rows of a file stand in a template under the same label, of those that have one; 0 to 1. */
export function shareInTemplate(rows: readonly AuditedRow[], template: ReportTemplate): number {
  const labelled = outline(rows).filter(({ key }) => key !== '')
  if (labelled.length === 0) return 0
  return inTemplate(labelled, template).size / Math.max(labelled.length, template.rows.length)
}

function inTemplate(
  rows: readonly OutlineRow[],
  template: ReportTemplate,
): ReadonlyMap<OutlineRow, TemplateRow> {
  const places = placesOf(template)
  const placed = new Map<OutlineRow, TemplateRow>()
  const taken = new Set<Place>()
  for (const choose of [byLabel, byPlace]) {
    for (const row of rows.filter((one) => !placed.has(one))) {
      const free = places.filter((place) => !taken.has(place))
      const place = choose(row, free)
      if (!place) continue
      taken.add(place)
      placed.set(row, place.templateRow)
    }
  }
  return placed
}

function placesOf({ rows }: ReportTemplate): readonly Place[] {
  const blank = { sheet: null, value: '', note: '' }
  const outlined = outline(
    rows.map(({ code, label, unit }, index) => ({ ...blank, line: index + 1, code, label, unit })),
  )
  return outlined.flatMap((at, index) => {
    const templateRow = rows[index]
    return templateRow ? [{ at, templateRow }] : []
  })
}

/** The only row of that label; of several the one in the same place. */
function byLabel(row: OutlineRow, places: readonly Place[]): Place | undefined {
  if (row.key === '') return undefined
  const same = places.filter(({ at }) => at.key === row.key)
  return same.find(({ at }) => samePlace(at, row)) ?? only(same)
}

/** The row in the same place, when its label is alike or its code and unit are the same. */
function byPlace(row: OutlineRow, places: readonly Place[]): Place | undefined {
  const place = places.find(({ at }) => samePlace(at, row))
  if (!place) return undefined
  const alike = likeness(keyWords(place.at.key), keyWords(row.key)) >= 0.5
  const sameCode = row.segments.length > 0 && sameUnit(row, place.at)
  return alike || sameCode ? place : undefined
}

function samePlace(one: OutlineRow, other: OutlineRow): boolean {
  return one.places.at(-1) === other.places.at(-1)
}

function sameRow(one: OutlineRow, other: OutlineRow): boolean {
  return (
    one.key === other.key &&
    one.segments.join('.') === other.segments.join('.') &&
    (one.parent?.key ?? '') === (other.parent?.key ?? '')
  )
}
