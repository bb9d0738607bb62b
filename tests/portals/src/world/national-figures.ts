import { dayNumber, startOfDay } from '@cchc/domain'
import { firstReceivedAt } from './search.ts'
import type { SimulatedDossier, SimulatedProcedure, World } from './world.ts'

type Figures = Record<string, number | null>

interface Period {
  readonly from: string
  readonly to: string
}

/** Sums over the dossiers of one scope, in the terms of bộ chỉ số 766. */
interface Sums {
  received: number
  onTime: number
  completed: number
  processingMs: number
  online: number
  postal: number
  onlineOnTime: number
  feeDossiers: number
  paidOnline: number
  readonly usedOnline: Set<string>
  readonly usedWithFee: Set<string>
  readonly usedWithPayment: Set<string>
}

/** What the national portal publishes about an organisation and everything below it; refused dossiers do not count. */
export function nationalFigures(world: World, code: string, period: Period): Figures {
  const scope = scopeOf(world, code)
  const end = Math.min(startOfDay(dayNumber(period.to) + 1) - 1, world.now)
  const sums = emptySums()
  const stop = firstReceivedAt(world, end + 1)
  const start = firstReceivedAt(world, startOfDay(dayNumber(period.from)))
  for (let index = start; index < stop; index += 1) {
    const dossier = world.dossier(index)
    if (dossier.status !== 'denied' && scope.codes.has(dossier.organisation.code)) {
      addDossier(sums, dossier, end)
    }
  }
  return {
    ...progress(sums),
    ...onlineProvision(sums, procedureCounts(world, scope)),
    ...payment(sums, procedureCounts(world, scope)),
    ...quality(sums),
  }
}

interface Scope {
  readonly codes: ReadonlySet<string>
  readonly oldCodes: ReadonlySet<string>
}

function scopeOf(world: World, code: string): Scope {
  const within = (candidate: string): boolean => {
    if (candidate === code) return true
    const parent = world.organisations.find((each) => each.code === candidate)?.parentCode
    return parent ? within(parent) : false
  }
  const inside = world.organisations.filter((each) => within(each.code))
  return {
    codes: new Set(inside.map((each) => each.code)),
    oldCodes: new Set(inside.map((each) => each.oldCode)),
  }
}

function emptySums(): Sums {
  return {
    received: 0,
    onTime: 0,
    completed: 0,
    processingMs: 0,
    online: 0,
    postal: 0,
    onlineOnTime: 0,
    feeDossiers: 0,
    paidOnline: 0,
    usedOnline: new Set(),
    usedWithFee: new Set(),
    usedWithPayment: new Set(),
  }
}

function addDossier(sums: Sums, dossier: SimulatedDossier, end: number): void {
  const onTime = isOnTime(dossier, end)
  sums.received += 1
  if (onTime) sums.onTime += 1
  if (dossier.releasedAt !== null && dossier.releasedAt <= end) {
    sums.completed += 1
    sums.processingMs += dossier.releasedAt - dossier.receivedAt
  }
  if (dossier.channel === 'postal') sums.postal += 1
  if (dossier.channel === 'online') {
    sums.online += 1
    sums.usedOnline.add(dossier.procedure.code)
    if (onTime) sums.onlineOnTime += 1
  }
  if (dossier.procedure.feeAmount > 0) addPayment(sums, dossier)
}

function addPayment(sums: Sums, { channel, procedure, id }: SimulatedDossier): void {
  sums.feeDossiers += 1
  sums.usedWithFee.add(procedure.code)
  if (channel !== 'online' || !procedure.onlinePayment || id % 3 !== 0) return
  sums.paidOnline += 1
  sums.usedWithPayment.add(procedure.code)
}

/** Rule 2.1: the end of handling, else the request for a supplement, else the end of the period, lies within term. */
function isOnTime(dossier: SimulatedDossier, end: number): boolean {
  if (dossier.dueAt === null) return true
  if (dossier.releasedAt !== null && dossier.releasedAt <= end) {
    return dossier.releasedAt <= dossier.dueAt
  }
  const waiting = dossier.status === 'waiting' ? dossier.supplementAt : null
  return Math.min(waiting ?? end, end) <= dossier.dueAt
}

function progress(sums: Sums): Figures {
  const days = sums.processingMs / sums.completed / 86_400_000
  return {
    'dvc-progress-tree.totalReceived': sums.received,
    'dvc-progress-tree.totalOnTime': sums.onTime,
    'dvc-progress-tree.totalOverdue': sums.received - sums.onTime,
    'dvc-progress-tree.totalCompleted': sums.completed,
    'dvc-progress-tree.avgProcessingDays': sums.completed ? Math.round(days * 100) / 100 : null,
  }
}

interface ProcedureCounts {
  readonly authority: number
  readonly partial: number
  readonly full: number
  readonly onlineServices: number
  readonly withFee: number
  readonly payable: number
}

function procedureCounts(world: World, scope: Scope): ProcedureCounts {
  const offered = world.procedures
    .map((procedure) => ({ procedure, level: highestLevel(procedure, scope) }))
    .filter(({ level }) => level > 0)
  const count = (holds: (offer: (typeof offered)[number]) => boolean) =>
    offered.filter(holds).length
  return {
    authority: offered.length,
    partial: count(({ procedure, level }) => procedure.publishedNationally && level === 3),
    full: count(({ procedure, level }) => procedure.publishedNationally && level === 4),
    onlineServices: count(({ level }) => level >= 3),
    withFee: count(({ procedure }) => procedure.feeAmount > 0),
    payable: count(({ procedure }) => procedure.feeAmount > 0 && procedure.onlinePayment),
  }
}

/** The highest level at which the scope's organisations offer a procedure; 0 = they don't. */
function highestLevel(procedure: SimulatedProcedure, scope: Scope): number {
  let highest = 0
  for (const service of procedure.services) {
    if (service.level > highest && scope.oldCodes.has(service.organisationCode)) {
      highest = service.level
    }
  }
  return highest
}

function onlineProvision(sums: Sums, counts: ProcedureCounts): Figures {
  return {
    'provide-online-tree.authorityCount': counts.authority,
    'provide-online-tree.partialCount': counts.partial,
    'provide-online-tree.fullCount': counts.full,
    'provide-online-tree.onlineDossierCount': sums.usedOnline.size,
    'provide-online-tree.onlineServiceTotal': counts.onlineServices,
    'provide-online-tree.channelOnlineSum': sums.online,
    'provide-online-tree.channelDirectSum': sums.received - sums.online - sums.postal,
    'provide-online-tree.channelPostalSum': sums.postal,
    'provide-online-tree.channelTotalSum': sums.received,
    'provide-online-tree.onlineOnTimeSum': sums.onlineOnTime,
    'provide-online-tree.onlineOverdueSum': sums.online - sums.onlineOnTime,
  }
}

function payment(sums: Sums, counts: ProcedureCounts): Figures {
  const group = 'formality-online-payment-tree'
  return {
    [`${group}.totalDossierOnlinePaymentSuccess`]: sums.paidOnline,
    [`${group}.totalDossierFinancialObligation`]: sums.feeDossiers,
    [`${group}.totalDossierOnlineFormalityPaymentSuccess`]: sums.usedWithPayment.size,
    [`${group}.totalFeeDossierFormalityDistinct`]: sums.usedWithFee.size,
    [`${group}.totalFeeDossierFormality`]: counts.payable,
    [`${group}.totalFeeFormality`]: counts.withFee,
  }
}

/** Metrics of type A that follow from the dossiers; petitions are kept elsewhere and stay unknown. */
function quality(sums: Sums): Figures {
  return {
    'transparency.DOSSIER_SYNC.numerator': sums.received,
    'transparency.DOSSIER_SYNC.denominator': sums.received,
    'transparency.PUBLISH_ON_TIME.numerator': null,
    'transparency.PUBLISH_ON_TIME.denominator': null,
    'dossier-digitized.ORIGINAL_RESULT_AVAILABLE.numerator': Math.floor(sums.completed * 0.62),
    'dossier-digitized.ORIGINAL_RESULT_AVAILABLE.denominator': sums.completed,
    'handling-satisfaction.DOSSIER_RECEIVING_SATISFACTION.numerator': sums.onTime,
    'handling-satisfaction.DOSSIER_RECEIVING_SATISFACTION.denominator': sums.received,
    'handling-satisfaction.PETITION_PROCESSING_ON_TIME.numerator': null,
    'handling-satisfaction.PETITION_PROCESSING_ON_TIME.denominator': null,
  }
}
