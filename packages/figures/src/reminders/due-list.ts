import { type Day, dayNumber, dayOf, type Instant } from '@cchc/domain'
import type { Store } from '@cchc/store'
import type { Named } from '../dimension/define-dimension.ts'
import { procedure } from '../dimension/procedure.ts'
import { type Counting, openCounting } from '../statistics/counting.ts'
import { type DueGroup, DueGroups } from './due-groups.ts'
import { Earliest } from './earliest.ts'
import { type Due, type DueKind, type DueScope, findDue } from './find-due.ts'

/** Which dossiers are listed, and how many at most. */
export interface DueListQuery extends DueScope {
  readonly rule: string
  /** Both unless told. */
  readonly kind?: DueKind | undefined
  /** Only of this procedure. */
  readonly procedure?: string | undefined
  /** Only what is due from this day on. */
  readonly dueFrom?: Day | undefined
  /** Only what is due until this day. */
  readonly dueTo?: Day | undefined
  readonly most: number
}

/** A dossier that is due, without anything of people. */
export interface ListedDue {
  readonly code: string
  readonly kind: DueKind
  readonly organisation: Named
  /** null = the source states none. */
  readonly procedure: Named | null
  /** As the source states it. */
  readonly dueOn: Day
  /** Calendar days from the due day to the day that is looked at; below zero = it is still to come. */
  readonly daysLate: number
}

/** What is due: all of it counted, the earliest of it listed. */
export interface DueList {
  readonly overdue: number
  readonly dueSoon: number
  readonly units: readonly DueGroup[]
  readonly procedures: readonly DueGroup[]
  readonly items: readonly ListedDue[]
  /** How many that are meant are not listed. */
  readonly leftOut: number
}

interface Held {
  readonly code: string
  readonly at: Instant
  readonly kind: DueKind
  readonly dossier: Due
}

/** The worklist of an organisation and all below it, those due first at the top; found by `findDue`. */
export async function dueList(store: Store, query: DueListQuery): Promise<DueList> {
  const counting = await openCounting(store, query.rule)
  const { names } = counting
  const units = new DueGroups('org', names)
  const procedures = new DueGroups('procedure', names)
  const earliest = new Earliest<Held>(query.most)
  for await (const { dossier, kind } of findDue(counting, query)) {
    if (!isMeant(dossier, query)) continue
    units.add(dossier, kind)
    procedures.add(dossier, kind)
    if (query.kind !== undefined && query.kind !== kind) continue
    earliest.add({ code: dossier.code, at: dossier.dueAt ?? 0, kind, dossier })
  }
  const items = earliest.list().map((one) => listed(one, { counting, day: query.day }))
  const counts = { overdue: units.sum('overdue'), dueSoon: units.sum('dueSoon') }
  const meant = query.kind === undefined ? counts.overdue + counts.dueSoon : counts[query.kind]
  const groups = { units: units.list(), procedures: procedures.list() }
  return { ...counts, ...groups, items, leftOut: meant - items.length }
}

function isMeant(
  { procedureCode, dueAt }: Due,
  { procedure, dueFrom, dueTo }: DueListQuery,
): boolean {
  const dueOn = dayOf(dueAt ?? 0)
  return (
    (procedure === undefined || procedureCode === procedure) &&
    (dueFrom === undefined || dueOn >= dueFrom) &&
    (dueTo === undefined || dueOn <= dueTo)
  )
}

function listed(
  { code, at, kind, dossier }: Held,
  { counting: { names }, day }: { readonly counting: Counting; readonly day: Day },
): ListedDue {
  const { organisationCode, procedureCode } = dossier
  const dueOn = dayOf(at)
  return {
    ...{ code, kind, dueOn, daysLate: dayNumber(day) - dayNumber(dueOn) },
    organisation: {
      code: organisationCode,
      name: names.organisations.describe(organisationCode).name,
    },
    procedure:
      procedureCode === null
        ? null
        : { code: procedureCode, name: procedure.nameOf(procedureCode, names) },
  }
}
