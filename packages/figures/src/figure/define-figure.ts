import type { AddableColumns, Cell, Fault, QuantityKind } from '@cchc/domain'
import { faultsOf, NOT_REPORTED, numberCell, say } from '@cchc/domain'
import type { z } from 'zod'
import { type Gap, hidingGaps } from '../coverage/gap.ts'
import type { EventSubject } from '../dimension/event-subject.ts'
import type { Names } from '../dimension/names.ts'
import type { UnifiedProcedure } from '../procedures/unified-procedures.ts'
import { statedBehind } from '../stated/stated-behind.ts'
import { statedNote, statedSources } from '../stated/stated-sources.ts'
import type { StatedBy } from '../stated/stated-units.ts'
import type { FigureReading, FigureScope } from './figure-scope.ts'
import type { PeriodCountQuery } from './period-count.ts'

/** The parameters of a figure as a template writes them; lists have commas between their words. */
export type Where = Readonly<Record<string, string>>

/** A cell and what its reader should know about it. */
export interface FigureCell {
  readonly cell: Cell
  readonly note: string
  /** By whom it is stated, wholly or in part, in the words of reports; absent = counted. */
  readonly stated?: readonly string[]
}

/** What people see as a condition of a count, such as `Cấp: Sở, ban, ngành`. */
export interface Condition {
  readonly name: string
  readonly value: string
}

/** The dossiers behind a number: those that are kept, counted in columns of Form II.06. */
export interface DossiersBehind {
  readonly records: 'dossiers'
  readonly columns: AddableColumns
  /** Procedures count once each, whatever the number of their dossiers. */
  readonly per: 'organisation' | 'procedure'
  /** What `keep` looks at beside the organisation. */
  readonly by: readonly StatedBy[]
  keep(subject: EventSubject, names: Names): boolean
}

/** The procedures of the organisation behind a number, told by field. */
export interface ProceduresBehind {
  readonly records: 'procedures'
  readonly per: 'field'
  counts(procedure: UnifiedProcedure): boolean
}

/** The figures of portals that a number is the sum of. */
export interface PortalFiguresBehind {
  readonly records: 'portal-figures'
  readonly measures: readonly string[]
}

/** What sources state of days, that a number is the sum of. */
export interface PeriodCountsBehind {
  readonly records: 'period-counts'
  readonly query: PeriodCountQuery
}

/** A figure with its parameters. `read` and `behind` count apart from one another: the second checks the first. */
export interface FigureFacts {
  /** What may be added to it; null where only the portal that states it could say. */
  readonly kind: QuantityKind | null
  readonly conditions: readonly Condition[]
  /** How a form's own notes tell it after its name, where not by formula and conditions. */
  readonly noted?: readonly string[]
  /** What is said where nobody gives it. */
  readonly missing: string
  /** For the report. Without any data a figure is not reported, never zero. */
  read(reading: FigureReading): Promise<FigureCell>
  /** For `why`. */
  readonly behind: DossiersBehind | ProceduresBehind | PortalFiguresBehind | PeriodCountsBehind
}

/** A figure as one row of a form is bound to it. */
export interface BoundFigure extends FigureFacts {
  readonly id: string
  readonly name: string
}

/** A figure that rows of forms can be bound to. */
export interface Figure {
  readonly id: string
  /** What people call it, in Vietnamese. */
  readonly name: string
  readonly where: z.ZodObject
  /** Everything that is wrong with its parameters, each fault under its key. */
  faults(where: Where): Fault[]
  /** Throws where `faults` has any. */
  bind(where: Where): BoundFigure
}

/** A figure as one value: what it is called, what it is asked with, and its facts once that is known. */
export function defineFigure<W extends z.ZodObject>({
  of,
  ...figure
}: Pick<Figure, 'id' | 'name'> & {
  readonly where: W
  of(where: z.output<W>): FigureFacts
}): Figure {
  const { id, name, where: schema } = figure
  return {
    ...figure,
    faults: (where) => faultsIn(schema, where),
    bind: (where) => {
      const facts = of(schema.parse(where))
      return { id, name, ...facts, read: (reading) => readKnown(reading, facts) }
    },
  }
}

/** What is missing of the records behind a figure. */
export async function gapsOfFigure(
  scope: Pick<FigureScope, 'coverage' | 'organisation' | 'period' | 'stated' | 'names'>,
  { behind }: Pick<FigureFacts, 'behind'>,
): Promise<readonly Gap[]> {
  const { coverage, organisation, period } = scope
  if (behind.records === 'portal-figures' || behind.records === 'period-counts') return []
  if (behind.records === 'procedures') return coverage.gaps('procedures')
  const { figures, gaps } = await statedBehind(scope, behind)
  const stated = statedSources(figures).map(({ unit }) => unit)
  const unread = coverage.gaps('dossiers', period, { organisation: organisation.code, stated })
  return [...unread, ...gaps].filter(
    ({ known }) => !behind.columns.every((column) => known.includes(column)),
  )
}

/** A figure of which something is missing is not reported, or says so beside it; so does one that sources state. */
async function readKnown(reading: FigureReading, facts: FigureFacts): Promise<FigureCell> {
  const { scope } = reading
  const gaps = await gapsOfFigure(scope, facts)
  const hiding = hidingGaps(gaps)
  const isHidden = hiding.length > 0 && (!scope.partial || hiding.some(({ isAll }) => isAll))
  if (isHidden) return countCell(undefined)
  const { cell, note } = await facts.read(reading)
  const said = [...(note === '' ? [] : [note]), ...(hiding.length > 0 ? [PARTIAL] : [])]
  const stated = await statedNotes(scope, facts)
  return { cell, note: said.join('; '), ...(stated.length > 0 && { stated }) }
}

const PARTIAL = 'Số liệu chưa đầy đủ'

async function statedNotes(scope: FigureScope, { behind }: FigureFacts): Promise<string[]> {
  if (behind.records !== 'dossiers') return []
  const { figures } = await statedBehind(scope, behind)
  return statedNote(statedSources(figures), scope.names)
}

function faultsIn(schema: z.ZodObject, where: Where): Fault[] {
  const { error } = schema.safeParse(where, { reportInput: true })
  const known = Object.keys(schema.shape).join(', ')
  const unknownKey =
    known === ''
      ? say('takes no parameters')
      : say('is no parameter; there are: {known}', { known })
  return error ? faultsOf(error, { unknownKey }) : []
}

/** The cell of a count; undefined = nobody gives it. */
export function countCell(count: number | undefined): FigureCell {
  return { cell: count === undefined ? NOT_REPORTED : numberCell(count), note: '' }
}
