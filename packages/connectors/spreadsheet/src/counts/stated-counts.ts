import type { DossierCount, StatedColumn } from '@cchc/domain'
import type { CountColumns } from './count-columns.ts'
import type { Parts } from './figure-rows.ts'
import type { CountPart } from './vocabulary.ts'

const ONLY_07A: readonly CountPart[] = [
  ...([
    'stopped',
    'withdrawn',
    'refusedAtReception',
    'awaitingReception',
    'awaitingInTime',
  ] as const),
  ...(['receivedOtherChannel', 'resolvedLateWithLetter', 'pendingOverdueWithLetter'] as const),
]

/** Columns that only Form 07a/BTP has tell that its rule counted. */
export function ruleOf({ parts }: CountColumns): string {
  return ONLY_07A.some((part) => parts.has(part)) ? 'btp-07a' : 'tt01-2020'
}

/** The columns of the form that follow from what a row states: parts added up, an only channel beside online. */
export function statedCounts(
  parts: Parts,
  { parts: columns }: CountColumns,
): DossierCount['counts'] {
  const sum = (...names: readonly CountPart[]) => {
    const known = names.flatMap((name) => parts[name] ?? [])
    return known.length === names.length ? known.reduce((all, one) => all + one, 0) : undefined
  }
  const isDirectAlone = columns.has('receivedDirect') && !columns.has('receivedPostal')
  const derived: Partial<Record<StatedColumn, number | undefined>> = {
    receivedOnline: sum('receivedOnlineFull', 'receivedOnlinePartial'),
    receivedDirectPost: isDirectAlone
      ? parts.receivedDirect
      : sum('receivedDirect', 'receivedPostal'),
    awaitingReception: sum('awaitingInTime', 'awaitingLate'),
    resolvedLate: sum('resolvedLateWithLetter', 'resolvedLateWithoutLetter'),
    pendingOverdue: sum('pendingOverdueWithLetter', 'pendingOverdueWithoutLetter'),
    ...own(parts, isDirectAlone),
  }
  const late = derived.resolvedLate
  const total =
    parts.resolvedInTime === undefined || late === undefined
      ? undefined
      : parts.resolvedInTime + late
  const stated = { resolvedTotal: total, ...derived }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
}

const HELPERS: ReadonlySet<string> = new Set<CountPart>([
  ...(['resolvedInTime', 'awaitingInTime', 'awaitingLate', 'resolvedLateWithLetter'] as const),
  ...([
    'resolvedLateWithoutLetter',
    'pendingOverdueWithLetter',
    'pendingOverdueWithoutLetter',
  ] as const),
])

function own(parts: Parts, isDirectAlone: boolean): Partial<Record<StatedColumn, number>> {
  const stated = Object.entries(parts).filter(([part]) => {
    return !HELPERS.has(part) && !(isDirectAlone && part === 'receivedDirect')
  })
  return Object.fromEntries(stated)
}
