import {
  type HttpIo,
  isRow,
  type MonthCursor,
  type MonthWindow,
  mapEach,
  type monthlyFigures,
  monthWindows,
  type Page,
  type ReadRequest,
  type Row,
  refuse,
  rowsIn,
  statedFigures,
  text,
} from '@cchc/connector-kit'
import { PortalChanged, type PortalFigure, say } from '@cchc/domain'
import { agencyRows } from './catalogue.ts'
import type { IgateConfig, StatisticsConfig } from './config.ts'
import { agencyCode } from './map-dossier.ts'
import { nameIn } from './names.ts'
import { REPORTS, type ReportName } from './reports.ts'
import type { Searched } from './search.ts'

/** Reports are counted anew whenever they are asked for. */
export const MONTHS_READ_AGAIN = 2

interface Context extends Searched {
  readonly io: HttpIo
}

/** One page a month, of all reports that the configuration names; nothing where it names none. */
export async function* readFigures(
  context: Context,
  request: ReadRequest<MonthCursor>,
): AsyncGenerator<Page<typeof monthlyFigures>, void, undefined> {
  const { config, io } = context
  const { statistics } = config
  if (statistics === false) return
  const names = statistics.reports.some((name) => REPORTS[name].nameField !== undefined)
  const agencies = names ? agenciesByName(await agencyRows(context), config) : new Map()
  const months = { ...config, again: MONTHS_READ_AGAIN, now: io.now() }
  for (const month of monthWindows(months, request)) {
    const records: PortalFigure[] = []
    for (const name of statistics.reports) {
      const rows = await reportRows(context, { name, statistics, month })
      const read = mapEach(rows, (row) => figuresOf(row, { name, month, agencies, config }))
      records.push(...read.mapped.flat(), ...read.unreadable)
    }
    yield { records, cursor: month.cursor }
  }
}

interface Asked {
  readonly name: ReportName
  readonly statistics: StatisticsConfig
  readonly month: Pick<MonthWindow, 'from' | 'to'>
}

/** The rows that a report gives of some days. */
export async function reportRows({ client, config }: Searched, asked: Asked): Promise<Row[]> {
  const { name, statistics, month } = asked
  const { window, times, agency, query } = REPORTS[name]
  const id = statistics.agencyId ?? config.agencyId
  const answer = await client.get(statistics.paths[name], {
    [window[0]]: month.from + times[0],
    [window[1]]: month.to + times[1],
    ...(agency !== undefined && id !== undefined ? { [agency]: id } : {}),
    ...query(statistics),
  })
  const rows = rowsIn(answer)
  if (rows) return rows
  throw new PortalChanged(say('report {name}: the answer of iGate holds no rows', { name }), {
    fix: say(
      'The reports are customisations: set statistics.paths in the configuration, or statistics to false.',
    ),
  })
}

interface Read {
  readonly name: ReportName
  readonly month: MonthWindow
  readonly agencies: ReadonlyMap<string, readonly Agency[]>
  readonly config: IgateConfig
}

interface Agency {
  readonly code: string
  readonly name: string
}

function figuresOf(row: Row, { name, month, agencies, config }: Read): PortalFigure[] {
  const report = REPORTS[name]
  const agency =
    report.nameField === undefined
      ? agencyOf(row, config)
      : agencyNamed(row[report.nameField], agencies)
  const whose = { organisationCode: agency.code, organisationName: agency.name, ...month }
  return statedFigures(row, whose, report)
}

function agencyOf({ agency }: Row, config: IgateConfig): Agency {
  return { code: agencyCode(agency, config), name: isRow(agency) ? nameIn(agency.name) : '' }
}

/** The agencies of a list by their names. */
export function agenciesByName(rows: readonly Row[], config: IgateConfig): Map<string, Agency[]> {
  const { mapped } = mapEach(rows, (row) => ({
    code: agencyCode(row, config),
    name: nameIn(row.name),
  }))
  return Map.groupBy(mapped, ({ name }) => folded(name))
}

/** Names are never guessed: one that no agency has, or several have, is told. */
export function agencyNamed(value: unknown, agencies: Read['agencies']): Agency {
  const found = agencies.get(folded(text(value))) ?? []
  const [agency, ...others] = found
  if (agency === undefined) return refuse(say('names an agency that is in no list'))
  if (others.length === 0) return agency
  return refuse(say('names an agency by a name that several have'))
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
