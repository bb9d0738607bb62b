import {
  type Cell,
  type DossierStatistics,
  NOT_REPORTED,
  numberCell,
  type ReportingPeriod,
  type ServiceLevel,
} from '@cchc/domain'
import type { Dimension, StatisticsResult, StatisticsRow } from '@cchc/figures'
import {
  belongsTo,
  dossierStatistics,
  onlineServiceUse,
  PROCEDURE_FIGURES,
  portalFigure,
  type SourcedPortalFigure,
  type UnifiedProcedure,
  unifiedProcedures,
  words,
} from '@cchc/figures'
import type { Store } from '@cchc/store'

/** For whom and when figures are read. */
export interface FigureScope {
  readonly organisation: string
  readonly period: ReportingPeriod
  readonly rule: string
}

/** A cell and what its reader should know about it. */
export interface FigureCell {
  readonly cell: Cell
  readonly note: string
}

type Where = Readonly<Record<string, string>>
type Figure = (read: Read, where: Where) => Promise<FigureCell>

/** What figures are made of; each is read from the store at most once a report. */
interface Read {
  readonly scope: FigureScope
  readonly procedures: () => Promise<readonly UnifiedProcedure[]>
  readonly levels: () => Promise<StatisticsResult>
  readonly fields: () => Promise<StatisticsResult>
  readonly channels: () => Promise<StatisticsResult>
  readonly use: () => ReturnType<typeof onlineServiceUse>
  readonly portal: (measure: string) => Promise<SourcedPortalFigure | undefined>
}

/** The figures that templates can bind rows to, by name. Without any data a figure is not reported, never zero. */
const FIGURES: Readonly<Record<string, Figure>> = {
  ...procedureFigures(),
  'procedures-with-online-dossiers': async (read, where) => {
    const uses = await usesAt(read, where)
    return plain(uses && new Set(uses.flatMap((use) => [...use.proceduresOnline])).size)
  },
  'dossiers-received': async (read, where) => {
    const column = where.channel === 'online' ? 'receivedOnline' : 'received'
    const uses = await usesAt(read, where)
    return plain(uses?.reduce((sum, use) => sum + use[column], 0))
  },
  dossiers: async (read, where) => {
    const levels = words(where.level)
    return sumOfColumns(await read.levels(), {
      where,
      of: ({ level }) => levels.includes(level?.code ?? ''),
    })
  },
  'dossiers-in-field': async (read, where) => {
    const part = (where.field ?? '').toLocaleLowerCase('vi')
    return sumOfColumns(await read.fields(), {
      where,
      of: ({ field }) => (field?.name ?? '').toLocaleLowerCase('vi').includes(part),
    })
  },
  'dossiers-by-channel': async (read, where) =>
    sumOfColumns(await read.channels(), {
      where,
      of: ({ channel }) => channel?.code === where.channel,
    }),
  'portal-year': async (read, where) => {
    const figures = await Promise.all(words(where.measures).map(read.portal))
    const parts = figures.map((figure) => figure?.value ?? null)
    const known = parts.filter((part) => part !== null)
    if (known.length < parts.length) return plain(undefined)
    const provisional = figures.some((figure) => figure?.provisional)
    return {
      cell: numberCell(known.reduce((sum, part) => sum + part, 0)),
      note: provisional ? 'Số liệu tạm thời' : '',
    }
  },
}

/** Names of the figures that templates can bind rows to. */
export const FIGURE_NAMES: readonly string[] = Object.keys(FIGURES)

/** Reads figures by name for one report. */
export function createFigureReader(
  store: Store,
  scope: FigureScope,
): (figure: string, where: Where) => Promise<FigureCell> {
  const { organisation, rule } = scope
  const { from, to } = scope.period
  const statistics = (by: Dimension) =>
    once(() => dossierStatistics(store, { organisation, from, to, by: [by], rule }))
  const read: Read = {
    scope,
    procedures: once(async () =>
      (await unifiedProcedures(store)).filter((one) => belongsTo(one, organisation)),
    ),
    levels: statistics('level'),
    fields: statistics('field'),
    channels: statistics('channel'),
    use: once(() => onlineServiceUse(store, { organisation, from, to, rule })),
    portal: (measure) => portalYear(store, { ...scope, measure }),
  }
  return (name, where) => {
    const figure = FIGURES[name]
    if (!figure) throw new RangeError(`a template is bound to the unknown figure ${name}`)
    return figure(read, where)
  }
}

function procedureFigures(): Readonly<Record<string, Figure>> {
  const figures = Object.entries(PROCEDURE_FIGURES).map(([name, { known, counts }]) => {
    const figure: Figure = async (read, where) => {
      const procedures = await read.procedures()
      const counted = procedures.filter((one) => counts(one, where))
      return plain(known(procedures) ? counted.length : undefined)
    }
    return [name, figure] as const
  })
  return Object.fromEntries(figures)
}

/** Adds up columns of the rows of some groups; not reported when the store has no dossiers at all. */
function sumOfColumns(
  { rows }: StatisticsResult,
  { where, of }: { readonly where: Where; readonly of: (group: StatisticsRow['group']) => boolean },
): FigureCell {
  const columns = words(where.columns) as (keyof DossierStatistics)[]
  const parts = rows
    .filter(({ group }) => of(group))
    .flatMap(({ statistics }) => columns.map((column) => statistics[column]))
  return plain(rows.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0))
}

async function usesAt(read: Read, where: Where) {
  if ((await read.levels()).rows.length === 0) return undefined
  const use = await read.use()
  return (words(where.serviceLevel) as ServiceLevel[]).map((level) => use[level])
}

function plain(value: number | undefined): FigureCell {
  return { cell: value === undefined ? NOT_REPORTED : numberCell(value), note: '' }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A portal's figure for the period, or for its calendar year: portals count either the one or the other. */
export async function portalYear(
  store: Store,
  { organisation, period, measure }: Omit<FigureScope, 'rule'> & { readonly measure: string },
): Promise<SourcedPortalFigure | undefined> {
  const reporting = await portalFigure(store, {
    organisation,
    from: period.from,
    to: period.to,
    measure,
  })
  if (reporting) return reporting
  const [from, to] = [`${period.year}-01-01`, `${period.year}-12-31`]
  return portalFigure(store, { organisation, from, to, measure })
}
