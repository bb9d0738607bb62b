import {
  type AddableColumns,
  type ExtraFigure,
  instantText,
  type StatisticsColumn,
} from '@cchc/domain'
import { procedure } from '../dimension/procedure.ts'
import type { BoundFigure, DossiersBehind } from '../figure/define-figure.ts'
import type { FigureScope } from '../figure/figure-scope.ts'
import { columnsFormula } from '../figure/parameters.ts'
import type { StatedRow } from '../stated/stated-row.ts'
import type { CountedGroup } from './counted-dossiers.ts'
import type { Contribution, CountedOrigin, StatedRecord } from './figure-origin.ts'
import { sharesOf } from './source-shares.ts'

/** What a figure is called and which columns of its dossiers it adds up. */
export interface DossierFigure extends Pick<BoundFigure, 'id' | 'name' | 'conditions'> {
  readonly behind: Pick<DossiersBehind, 'per'> & {
    readonly columns: AddableColumns | readonly [ExtraFigure]
  }
}

/** The origin of a figure that is counted from dossiers: its addends, and what each source and run brought. */
export function dossierOrigin(
  { names, period }: Pick<FigureScope, 'names' | 'period'>,
  { id, name, conditions, behind }: DossierFigure,
  groups: readonly CountedGroup[],
): CountedOrigin {
  const { columns, per } = behind
  const stated = groups.flatMap((group) => group.stated ?? [])
  const counted = groups.filter((group) => sum([group], columns) > 0)
  const contributions =
    per === 'procedure'
      ? addends(counted, {
          columns,
          key: ({ code }) => code,
          count: () => 1,
          nameOf: procedureName,
        })
      : addends(counted, {
          columns,
          key: ({ code, source }) => `${code} ${source}`,
          count: (own) => sum(own, columns),
          nameOf: (code) => names.organisations.describe(code).name,
        })
  return {
    kind: 'counted',
    figure: id,
    name,
    formula: formulaOf(columns, per),
    per,
    conditions,
    window: { from: period.from, to: period.to },
    total: contributions.reduce((total, { count }) => total + count, 0),
    contributions,
    records: 'dossiers',
    shares: sharesOf(counted.map((group) => ({ ...group, count: sum([group], columns) }))),
    ...(stated.length > 0 && { stated: stated.map(statedRecord) }),
  }

  function procedureName(code: string): string {
    return procedure.nameOf(code, names)
  }
}

function statedRecord({ source, runId, knownFrom, stated }: StatedRow): StatedRecord {
  const { organisationCode, fieldCode, procedureCode, ...row } = stated
  const { from, to, rule, counts, document, place, statedOn } = row
  return {
    ...{ source, organisation: organisationCode, field: fieldCode, procedure: procedureCode },
    ...{ from, to, rule, counts, document, place, statedOn },
    run: runId,
    knownFrom: instantText(knownFrom),
  }
}

type Column = StatisticsColumn | ExtraFigure

function formulaOf(columns: readonly Column[], per: DossiersBehind['per']): string {
  const added = columnsFormula(columns)
  return per === 'procedure' ? `Số TTHC khác nhau có hồ sơ ở cột ${added}` : added
}

interface Addends {
  readonly columns: readonly Column[]
  /** What is one addend: each organisation by source; each procedure once, whichever sources its dossiers are from. */
  key(group: CountedGroup): string
  count(own: readonly CountedGroup[]): number
  nameOf(code: string): string
}

function addends(
  groups: readonly CountedGroup[],
  { columns, key, count, nameOf }: Addends,
): Contribution[] {
  const contributions = [...Map.groupBy(groups, key).values()].map((own) => {
    const code = own[0]?.code ?? ''
    const sources = [...new Set(own.map(({ source }) => source))].toSorted()
    const byColumn = columns.map((column) => [column, sum(own, [column])])
    return {
      code,
      name: nameOf(code),
      sources,
      count: count(own),
      columns: Object.fromEntries(byColumn),
    }
  })
  const order = ({ code, sources }: Contribution) => [code, ...sources].join(' ')
  return contributions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

function sum(groups: readonly CountedGroup[], columns: readonly Column[]): number {
  return groups.reduce((all, { statistics, extras }) => {
    const values: Readonly<Partial<Record<Column, number>>> = { ...extras, ...statistics }
    return columns.reduce((own, column) => own + (values[column] ?? 0), all)
  }, 0)
}
