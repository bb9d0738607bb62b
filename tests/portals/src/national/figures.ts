import { dayNumber, normaliseOrganisationCode, startOfDay } from '@cchc/domain'
import type { SimulatedProcedure } from '../world/world.ts'
import {
  buildFigureIndex,
  type CountedWorld,
  type Counts,
  type FigureIndex,
} from './figure-index.ts'

/** Figures of one organisation and period by `<group>.<field>` or `<group>.<METRIC>.numerator`; null = no data. */
export type NationalFigures = Record<string, number | null>

interface Scope {
  readonly units: ReadonlySet<number>
  readonly procedures: readonly SimulatedProcedure[]
  readonly procedureIndexes: ReadonlySet<number>
}

interface Days {
  readonly from: string
  readonly to: string
}

interface DayNumbers {
  readonly from: number
  readonly to: number
}

interface Counted {
  /** The world's `now`: another one shows other dossiers. */
  readonly at: number
  readonly index: FigureIndex
  readonly scopes: Map<string, Scope>
  /** Callers go through a period organisation by organisation and group by group. */
  readonly latest: { period: string; readonly figures: Map<string, NationalFigures> }
}

const countedWorlds = new WeakMap<CountedWorld, Counted>()

/**
 * Counts what the national portal shows, from the same procedures and dossiers as the provincial portal, by the portal's
 * own rules: dossiers RECEIVED in the days (inclusive); those without an end are judged on the last day.
 * All dossiers are read at a world's first call, and again when its `now` has moved.
 */
export function nationalFigures(
  world: CountedWorld,
  organisationCode: string,
  { from, to }: Days,
): NationalFigures {
  const { index, scopes, latest } = countedOf(world)
  const period = `${from}..${to}`
  if (latest.period !== period) latest.figures.clear()
  latest.period = period
  const known = latest.figures.get(organisationCode)
  if (known) return known
  const scope = scopes.get(organisationCode) ?? scopeOf(world, organisationCode)
  scopes.set(organisationCode, scope)
  const figures = countFigures(index, scope, { from: dayNumber(from), to: dayNumber(to) })
  latest.figures.set(organisationCode, figures)
  return figures
}

function countedOf(world: CountedWorld): Counted {
  const known = countedWorlds.get(world)
  if (known?.at === world.now) return known
  const counted: Counted = {
    at: world.now,
    index: buildFigureIndex(world),
    scopes: new Map(),
    latest: { period: '', figures: new Map() },
  }
  countedWorlds.set(world, counted)
  return counted
}

/** An organisation with all below it; a province answers for every procedure. */
function scopeOf(world: CountedWorld, organisationCode: string): Scope {
  const below = codesBelow(world, organisationCode)
  const units = new Set<number>()
  world.organisations.forEach((unit, index) => {
    if (below.has(unit.code)) units.add(index)
  })
  const offered = (procedure: SimulatedProcedure) =>
    organisationCode === world.provinceCode ||
    procedure.services.some((service) => below.has(newForm(service.organisationCode)))
  const procedureIndexes = new Set<number>()
  world.procedures.forEach((procedure, index) => {
    if (offered(procedure)) procedureIndexes.add(index)
  })
  const procedures = world.procedures.filter((_, index) => procedureIndexes.has(index))
  return { units, procedures, procedureIndexes }
}

function newForm(code: string): string {
  return normaliseOrganisationCode(code) ?? code
}

function codesBelow(world: CountedWorld, organisationCode: string): Set<string> {
  const below = new Set([organisationCode])
  for (let before = 0; before < below.size; ) {
    before = below.size
    for (const unit of world.organisations) {
      if (unit.parentCode !== null && below.has(unit.parentCode)) below.add(unit.code)
    }
  }
  return below
}

function countFigures(index: FigureIndex, scope: Scope, days: DayNumbers): NationalFigures {
  const counts = index.sum(scope.units, days.from, days.to)
  judgeOpenDossiers(index, scope, { days, counts })
  const active = proceduresWithOnlineDossiers(index, scope, days)
  return {
    ...progressFigures(counts),
    ...onlineFigures(counts, scope, active.received),
    ...paymentFigures(counts, scope, active.paid),
    ...transparencyFigures(counts, scope),
    ...satisfactionFigures(counts),
    ...digitisationFigures(counts),
  }
}

function judgeOpenDossiers(
  index: FigureIndex,
  scope: Scope,
  { days, counts }: { days: DayNumbers; counts: Counts },
): void {
  const lastInstant = startOfDay(days.to + 1) - 1
  for (const { day, unit, dueAt, online } of index.open) {
    if (day < days.from || day > days.to || !scope.units.has(unit)) continue
    const onTime = dueAt === null || lastInstant <= dueAt
    counts[onTime ? 'onTime' : 'late'] += 1
    if (online) counts[onTime ? 'onlineOnTime' : 'onlineLate'] += 1
  }
}

function proceduresWithOnlineDossiers(index: FigureIndex, scope: Scope, days: DayNumbers) {
  const received = new Set<number>()
  const paid = new Set<number>()
  for (const dossier of index.onlineDossiers) {
    if (dossier.day < days.from || dossier.day > days.to || !scope.units.has(dossier.unit)) continue
    received.add(dossier.procedure)
    if (dossier.paid) paid.add(dossier.procedure)
  }
  return { received, paid }
}

function progressFigures(counts: Counts): NationalFigures {
  const meanDays = counts.handlingMs / counts.completed / 86_400_000
  return {
    'dvc-progress-tree.totalReceived': counts.received,
    'dvc-progress-tree.totalOnTime': counts.onTime,
    'dvc-progress-tree.totalOverdue': counts.late,
    'dvc-progress-tree.totalCompleted': counts.completed,
    'dvc-progress-tree.avgProcessingDays':
      counts.completed === 0 ? null : Math.round(meanDays * 100) / 100,
  }
}

/** The highest level counts once; only procedures that the national portal offers. */
function highestLevel(procedure: SimulatedProcedure): number {
  if (!procedure.publishedNationally) return 0
  return procedure.services.reduce((highest, { level }) => Math.max(highest, level), 0)
}

function onlineFigures(counts: Counts, scope: Scope, active: ReadonlySet<number>): NationalFigures {
  const levels = scope.procedures.map(highestLevel)
  const partial = levels.filter((level) => level === 3).length
  const full = levels.filter((level) => level === 4).length
  const offered = new Set(
    [...scope.procedureIndexes].filter((_, position) => (levels[position] ?? 0) >= 3),
  )
  return {
    'provide-online-tree.authorityCount': scope.procedures.length,
    'provide-online-tree.partialCount': partial,
    'provide-online-tree.fullCount': full,
    'provide-online-tree.onlineDossierCount': [...active].filter((index) => offered.has(index))
      .length,
    'provide-online-tree.onlineServiceTotal': partial + full,
    'provide-online-tree.channelOnlineSum': counts.online,
    'provide-online-tree.channelDirectSum': counts.direct,
    'provide-online-tree.channelPostalSum': counts.postal,
    'provide-online-tree.channelTotalSum': counts.received,
    'provide-online-tree.onlineOnTimeSum': counts.onlineOnTime,
    'provide-online-tree.onlineOverdueSum': counts.onlineLate,
  }
}

function paymentFigures(counts: Counts, scope: Scope, paid: ReadonlySet<number>): NationalFigures {
  const withFee = scope.procedures.filter(({ feeAmount }) => feeAmount > 0)
  const payable = withFee.filter(({ onlinePayment }) => onlinePayment)
  const group = 'formality-online-payment-tree'
  return {
    [`${group}.totalDossierOnlinePaymentSuccess`]: counts.paidOnline,
    [`${group}.totalDossierFinancialObligation`]: counts.obligations,
    [`${group}.totalDossierOnlineFormalityPaymentSuccess`]: paid.size,
    [`${group}.totalFeeDossierFormalityDistinct`]: new Set(payable.map(({ code }) => code)).size,
    [`${group}.totalFeeDossierFormality`]: payable.length,
    [`${group}.totalFeeFormality`]: withFee.length,
  }
}

type Part = number | null

function metric(name: string, numerator: Part, denominator: Part): NationalFigures {
  return { [`${name}.numerator`]: numerator, [`${name}.denominator`]: denominator }
}

/** Nothing is known of announcement decisions: no data; of updates none fell due: zero of zero. */
function transparencyFigures(counts: Counts, scope: Scope): NationalFigures {
  const synchronised = counts.received === 0 ? null : counts.received
  return {
    ...metric('transparency.PUBLISH_ON_TIME', null, null),
    ...metric('transparency.PUBLIC_UPDATE_ON_TIME', 0, 0),
    ...metric('transparency.PUBLIC_CONTENT_FULL', scope.procedures.length, scope.procedures.length),
    ...metric('transparency.DOSSIER_SYNC', synchronised, synchronised),
  }
}

function satisfactionFigures(counts: Counts): NationalFigures {
  const group = 'handling-satisfaction'
  return {
    ...metric(`${group}.DOSSIER_RECEIVING_SATISFACTION`, counts.onTime, counts.received),
    ...metric(`${group}.PETITION_PROCESSING_ON_TIME`, counts.petitionsOnTime, counts.petitions),
    ...metric(`${group}.PETITION_HANDLING_SATISFACTION`, null, null),
  }
}

function digitisationFigures(counts: Counts): NationalFigures {
  const group = 'dossier-digitized'
  return {
    ...metric(`${group}.ORIGINAL_RESULT_AVAILABLE`, counts.completedOnline, counts.completed),
    ...metric(`${group}.SO_HOA_GIAY_TO_GIAI_QUYET`, counts.completedOnline, counts.received),
    ...metric(`${group}.REUSED_DIGITIZED_DATA`, 0, counts.received),
    ...metric(`${group}.SYNCED_WITH_DVCQG_PERSONAL_STORAGE`, null, null),
    ...metric(`${group}.CITIZEN_DATA_CONNECTED_DOSSIER`, counts.online, counts.received),
    ...metric(`${group}.ELECTRONIC_CERTIFIED_COPY`, null, null),
  }
}
