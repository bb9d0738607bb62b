import type { SimulatedDossier } from '@cchc/portals'

/** What became of the units of Kon Tum. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'H34.03': 'H48.03',
  'H34.07': 'H48.07',
  'H34.12': 'H48.12',
  'H34.21': 'H48.201',
  'H34.22': 'H48.201',
  'H34.31': 'H48.202',
  'H34.32': 'H48.202',
  'H34.41': 'H48.203',
}

/** The unit of today that a dossier is counted at. */
export function within({ organisation }: SimulatedDossier): string {
  return SUCCESSORS[organisation.code] ?? organisation.code
}

/** Columns of Form II.06a. */
export const STATED = [
  'receivedTotal',
  'carriedOver',
  'resolvedTotal',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'pendingTotal',
  'pendingWithin',
  'pendingOverdue',
] as const

type Row = Record<(typeof STATED)[number] | 'withdrawn', number>

interface Days {
  readonly from: string
  readonly to: string
  /** The clock starts by NĐ 309/2026/NĐ-CP Đ.8.3. */
  readonly isBtp?: boolean
}

const dayOf = (instant: number) => Math.floor((instant + 7 * 3_600_000) / 86_400_000)

/** Form II.06a of dossiers as they really are, counted without anything of the hub. */
export function counted(dossiers: readonly SimulatedDossier[], { from, to, isBtp }: Days) {
  const [first = 0, last = 0] = [from, to].map((day) => Date.parse(day) / 86_400_000)
  const row = Object.fromEntries([...STATED, 'withdrawn'].map((key) => [key, 0])) as Row
  for (const dossier of dossiers) {
    const start = dayOf((isBtp ? dossier.facts?.competentSince : null) ?? dossier.receivedAt)
    const end = dossier.releasedAt === null ? Number.POSITIVE_INFINITY : dayOf(dossier.releasedAt)
    if (dossier.status !== 'denied' && start <= last && end >= first) {
      add(row, dossier, { first, last, start, end })
    }
  }
  return row
}

type DayNumbers = Readonly<Record<'first' | 'last' | 'start' | 'end', number>>

function add(row: Row, dossier: SimulatedDossier, { first, last, start, end }: DayNumbers): void {
  row.receivedTotal += 1
  if (start < first) row.carriedOver += 1
  if (end <= last) addResolved(row, dossier, end)
  else addPending(row, dossier, last)
}

function addResolved(row: Row, { status, dueAt }: SimulatedDossier, end: number): void {
  row.resolvedTotal += 1
  if (status === 'cancelled') row.withdrawn += 1
  const due = status === 'cancelled' || dueAt === null ? end : dayOf(dueAt)
  if (end < due) row.resolvedEarly += 1
  else if (end > due) row.resolvedLate += 1
  else row.resolvedOnTime += 1
}

function addPending(row: Row, { status, dueAt, supplementAt }: SimulatedDossier, last: number) {
  row.pendingTotal += 1
  const waits = status === 'waiting' && supplementAt !== null && dayOf(supplementAt) <= last
  const isOverdue = dueAt !== null && dayOf(dueAt) < last && !waits
  row[isOverdue ? 'pendingOverdue' : 'pendingWithin'] += 1
}
