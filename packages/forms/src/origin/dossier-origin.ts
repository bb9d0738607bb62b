import type { StatisticsColumn } from '@cchc/domain'
import type { CellOrigin, Contribution, SourceShare } from './contract.ts'
import type { CountedGroup } from './counted-dossiers.ts'
import { columnsFormula, type DossierSelection } from './selections.ts'

type Counted = Extract<CellOrigin, { kind: 'counted' }>

/** What a figure is called and whom its counts are of. */
export interface DossierFigure {
  readonly figure: string
  readonly name: string
  readonly selection: Omit<DossierSelection, 'keep'>
  readonly window: NonNullable<Counted['window']>
  readonly nameOf: (code: string) => string
}

/** The origin of a figure that is counted from dossiers: its addends, and what each source and run brought. */
export function dossierOrigin(
  groups: readonly CountedGroup[],
  { figure, name, selection, window, nameOf }: DossierFigure,
): Counted {
  const { columns, conditions, per } = selection
  const counted = groups.filter((group) => sum(group, columns) > 0)
  const contributions =
    per === 'procedure'
      ? procedureContributions(counted, { columns, nameOf })
      : organisationContributions(counted, { columns, nameOf })
  return {
    kind: 'counted',
    figure,
    name,
    formula: formulaOf(columns, per),
    per,
    conditions,
    window,
    total: contributions.reduce((total, { count }) => total + count, 0),
    contributions,
    records: 'dossiers',
    shares: sharesOf(counted.map((group) => ({ ...group, count: sum(group, columns) }))),
    operands: [],
  }
}

function formulaOf(columns: readonly StatisticsColumn[], per: Counted['per']): string {
  const sum = columnsFormula(columns)
  return per === 'procedure' ? `Số TTHC khác nhau có hồ sơ ở cột ${sum}` : sum
}

interface Naming {
  readonly columns: readonly StatisticsColumn[]
  readonly nameOf: (code: string) => string
}

function organisationContributions(
  groups: readonly CountedGroup[],
  naming: Naming,
): Contribution[] {
  const bySource = Map.groupBy(groups, ({ code, source }) => `${code} ${source}`)
  return sorted(
    [...bySource.values()].map((own) => {
      const columns = columnSums(own, naming.columns)
      const count = Object.values(columns).reduce((total, one) => total + one, 0)
      return { ...placeOf(own, naming), count, columns }
    }),
  )
}

/** Each procedure once, whichever sources its dossiers are from. */
function procedureContributions(groups: readonly CountedGroup[], naming: Naming): Contribution[] {
  const byProcedure = Map.groupBy(groups, ({ code }) => code)
  return sorted(
    [...byProcedure.values()].map((own) => ({
      ...placeOf(own, naming),
      count: 1,
      columns: columnSums(own, naming.columns),
    })),
  )
}

function placeOf(own: readonly CountedGroup[], { nameOf }: Naming) {
  const code = own[0]?.code ?? ''
  const sources = [...new Set(own.map(({ source }) => source))].toSorted()
  return { code, name: nameOf(code), sources }
}

function columnSums(groups: readonly CountedGroup[], columns: readonly StatisticsColumn[]) {
  return Object.fromEntries(
    columns.map((column) => [
      column,
      groups.reduce((total, { statistics }) => total + statistics[column], 0),
    ]),
  )
}

function sum({ statistics }: CountedGroup, columns: readonly StatisticsColumn[]): number {
  return columns.reduce((total, column) => total + statistics[column], 0)
}

function sorted(contributions: readonly Contribution[]): Contribution[] {
  const key = ({ code, sources }: Contribution) => [code, ...sources].join(' ')
  return contributions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Counted records by source and by the run that brought them; the oldest run first. */
export function sharesOf(
  counted: readonly { readonly source: string; readonly run: string; readonly count: number }[],
): SourceShare[] {
  const bySource = Map.groupBy(counted, ({ source }) => source)
  return [...bySource]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, own]) => ({
      source,
      count: total(own),
      runs: [...Map.groupBy(own, ({ run }) => run)]
        .map(([run, brought]) => ({ run, count: total(brought) }))
        .toSorted((a, b) => a.run.localeCompare(b.run, 'en', { numeric: true })),
    }))
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}
