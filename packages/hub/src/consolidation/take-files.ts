import { auditReport, commentOn, commentText, type Finding, inVietnamese } from '@cchc/audit'
import {
  dayNumber,
  inWords,
  isConsolidated,
  type Message,
  NOT_REPORTED,
  printDayRange,
  type ReportingPeriod,
  say,
  toAppError,
} from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { type GivenFile, readReportFile } from '@cchc/files/check'
import type { EntryOptions, EntryOutcome, NewEnteredFigure } from '@cchc/store'
import type { HubContext } from '../context.ts'
import { originOf } from '../entered/entered-scope.ts'
import { otherPeriod } from '../entered/other-period.ts'
import { entriesOf, readFigures } from '../entered/read-figures.ts'
import type { OrganisationView } from '../organisations/organisations.ts'
import { filesVietnamese } from '../vietnamese/files.ts'
import { unitOf } from './units.ts'

/** Something in a unit's file to look at; `message` is a Vietnamese sentence for the unit. */
export interface UnitFinding {
  readonly address: string
  /** Words of the text that it is about, where it is about no cell. */
  readonly quote?: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** As a comment says it, with what should stand there. */
  readonly comment: string
}

/** A file that is a unit's for the period, read and not yet entered. */
export interface UnitFile {
  readonly file: GivenFile
  readonly sha256: string
  readonly unit: OrganisationView
  readonly entries: readonly NewEnteredFigure[]
  readonly blank: readonly string[]
  readonly findings: readonly UnitFinding[]
}

/** A file that is not taken, and why. */
export interface RefusedFile {
  readonly file: string
  readonly unit: OrganisationView | null
  readonly reason: Message
  readonly faults: readonly { readonly path: string; readonly message: Message }[]
}

/** Whose files are asked for, of which period. */
export interface Expected {
  readonly units: readonly OrganisationView[]
  readonly period: Pick<ReportingPeriod, 'text' | 'from' | 'to'>
}

/** Reads a file; what is not of one of the units and this period, or has cells that cannot be read, is refused whole. */
export async function readUnitFile(
  hub: HubContext,
  file: GivenFile,
  { units, period }: Expected,
): Promise<UnitFile | RefusedFile> {
  const refused = (reason: Message, unit: OrganisationView | null = null): RefusedFile => {
    return { file: file.name, unit, reason, faults: [] }
  }
  try {
    const report = await readReportFile(file)
    const { agency, period: days } = report.head
    const { unit, named } = unitOf({ name: file.name, agency }, units)
    if (named !== undefined) {
      return refused(
        say('it is a report of “{agency}”, which is none of the units', { agency: named }),
      )
    }
    if (!unit) return refused(say('nothing in it says which unit it is of'))
    const other = otherPeriod(days, period)
    if (other !== undefined) {
      const said = { days: other, asked: printDayRange(period) }
      return refused(say('it reports other days ({days}, not {asked})', said), unit)
    }
    const read = await readFigures(hub, { file, report })
    const { findings } = auditReport(report, { catalogue: await loadIndicatorCatalogue() })
    const audited = findings.map(auditFinding)
    const known = new Set(audited.map(({ message }) => message))
    const namesNone = days.from === null && days.text === null
    const noDays = namesNone
      ? [headFinding(say('nothing in the head says of which days it is'))]
      : []
    const unread = [...report.unread, ...report.notUnderstood].map(headFinding)
    const others = read.findings
      .filter(({ message }) => !known.has(message))
      .map((one) => ({ ...one, comment: commentText(one.severity, one.message) }))
    return {
      file,
      sha256: originOf(file).sha256,
      unit,
      entries: entriesOf(read.figures, { file, organisation: unit.code, period }),
      blank: read.blank,
      findings: [...noDays, ...unread, ...audited, ...others],
    }
  } catch (thrown) {
    const { code, said, faults } = toAppError(thrown)
    if (code !== 'usage_invalid') throw thrown
    return { ...refused(said), faults }
  }
}

function auditFinding(finding: Finding): UnitFinding {
  const { cells, quote, severity, explanation } = finding
  return {
    address: cells?.[0] ?? '',
    ...(quote !== undefined && { quote }),
    severity,
    message: inVietnamese(explanation),
    comment: commentOn(finding).text,
  }
}

function headFinding(said: Message): UnitFinding {
  const message = inWords(said, filesVietnamese)
  return { address: '', severity: 'warning', message, comment: commentText('warning', message) }
}

/** Enters what a unit's file says in place of what an earlier file of it said; what it no longer says is blank. */
export async function enterUnitFile(
  { store }: HubContext,
  { entries, unit, file }: UnitFile,
  options: EntryOptions & { readonly period: Expected['period'] },
): Promise<EntryOutcome> {
  const { period, ...how } = options
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)]
  const stored = await store.listEnteredFigures({ organisation: unit.code, from, to })
  const said = new Set(entries.map(({ indicatorId }) => indicatorId))
  const gone = stored.filter(({ indicatorId, origin, cell }) => {
    const isOfFile = origin !== null && !isConsolidated(origin)
    return isOfFile && !said.has(indicatorId) && cell.state !== 'not_reported'
  })
  const blanks = gone.map(({ indicatorId, organisation, period: text }): NewEnteredFigure => {
    const place = { organisation, from, to, period: text }
    return { ...place, indicatorId, cell: NOT_REPORTED, note: '', origin: originOf(file) }
  })
  return store.setEnteredFigures([...entries, ...blanks], { ...how, replace: true })
}
