import {
  cellNumber,
  type DossierStatistics,
  folded,
  II06_COLUMNS,
  type ReportTemplate,
} from '@cchc/domain'
import { lacksOf } from '@cchc/forms'
import { templatesOf } from '../config/templates.ts'
import type { HubContext } from '../context.ts'
import { dossierStatistics } from '../questions/dossier-statistics.ts'
import { fillReport } from './fill-report.ts'

/** The counts of dossiers of whatever bears a name; null = not reported. */
export type NamedCounts = Readonly<Record<keyof DossierStatistics, number | null>>

/** Whose counts are wanted, and how. */
export type CountsAsked = Omit<Parameters<typeof fillReport>[1], 'template'> & {
  readonly org: string
}

/** Counts by what they are of; of a name that several bear there are several. */
export interface CountsByName {
  /** The form that counts them so. */
  readonly template: string
  readonly total: NamedCounts
  /** By levels and organisations. */
  readonly units: Named
  readonly fields: Named
  /** Fields of one organisation, by `pairKey`. */
  readonly fieldsOfUnits: Named
  readonly missing: readonly string[]
  readonly cautions: readonly string[]
}

type Named = ReadonlyMap<string, readonly NamedCounts[]>

/** The counts of everything in an organisation and period that a row may be called after. */
export async function countsByName(hub: HubContext, asked: CountsAsked): Promise<CountsByName> {
  const { id: template, rule } = countingForm(hub)
  const form = await fillReport(hub, { ...asked, template })
  const { org, period, partial, anyway, asKnownAt, treeAt } = asked
  const how = {
    ...(asKnownAt !== undefined && { asKnownAt }),
    ...(treeAt !== undefined && { treeAt }),
    ...(partial !== undefined && { partial }),
    ...(anyway !== undefined && { anyway }),
    ...(rule !== undefined && { rule }),
  }
  const byField = await dossierStatistics.ask(hub, { org, period, ...how, by: ['field'] })
  const units: (readonly [string, NamedCounts])[] = []
  const ofUnits: (readonly [string, NamedCounts])[] = []
  let unit = ''
  for (const { rowType, label, cells } of form.rows) {
    const counts = countsIn(cells)
    if (rowType === 'group' || rowType === 'heading') {
      unit = nameKey(label)
      units.push([unit, counts])
    } else if (rowType === 'indicator') ofUnits.push([pairKey(unit, nameKey(label)), counts])
  }
  const { missing, cautions } = lacksOf(form)
  return {
    template,
    total: byField.total.statistics,
    units: grouped(units),
    fields: grouped(
      byField.rows.map(({ group, statistics }) => [nameKey(group.field?.name ?? ''), statistics]),
    ),
    fieldsOfUnits: grouped(ofUnits),
    missing: missing.map(hub.words),
    cautions: cautions.map(hub.words),
  }
}

/** The form with every column of Form II.06 whose rows are levels, organisations and fields. */
export function countingForm({ config }: HubContext): ReportTemplate {
  const form = templatesOf(config).find(
    ({ generatedFrom, generatedBy, columns }) =>
      generatedFrom === 'dossier-statistics' &&
      generatedBy.includes('org') &&
      II06_COLUMNS.every(({ key }) => columns.some((column) => column.key === key)),
  )
  if (!form) throw new RangeError('no form has the columns of Form II.06')
  return form
}

function grouped(named: readonly (readonly [string, NamedCounts])[]): Named {
  const groups = Map.groupBy(named, ([name]) => name)
  return new Map([...groups].map(([name, own]) => [name, own.map(([, counts]) => counts)]))
}

type Cells = Awaited<ReturnType<typeof fillReport>>['rows'][number]['cells']

function countsIn(cells: Cells): NamedCounts {
  const counts = II06_COLUMNS.map(({ key }) => {
    const cell = cells[key]
    return [key, cell === undefined ? null : cellNumber(cell)] as const
  })
  return Object.fromEntries(counts) as unknown as NamedCounts
}

/** Names that differ in letters and spaces only are one. */
export function nameKey(name: string): string {
  return folded(name)
    .replace(/^(linh vuc|nganh)\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How forms call the levels of government besides as Form II.06 does. */
const LEVELS: Readonly<Record<string, RegExp>> = {
  'so ban nganh':
    /^((cac )?(so )?(ban )?nganh|(cac )?so( va)? (ban )?nganh|cac so)( cap)?( tinh| thanh pho)?$|^cap tinh$|^co quan chuyen mon/,
  'ubnd cap huyen': /^(ubnd )?(cap huyen|cac huyen( thi xa)?( thanh pho)?)$/,
  'ubnd cap xa': /^(ubnd )?(cap xa|cac xa( phuong)?( thi tran| dac khu)?)$/,
}

/** The key of a level that a name says in other words. */
export function levelKey(name: string): string | undefined {
  return Object.keys(LEVELS).find((level) => LEVELS[level]?.test(name))
}

/** A field of an organisation, by the keys of both. */
export function pairKey(unit: string, field: string): string {
  return `${unit} / ${field}`
}
