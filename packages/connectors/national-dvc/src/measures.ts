import { say } from '@cchc/domain'
import { changedInterface } from './changed-interface.ts'
import { isObject, type JsonObject, objectsOf, textOf } from './values.ts'

/** One figure of a row: its name within the group, as received. */
export interface Measure {
  readonly name: string
  readonly value: number | null
  readonly quality: string | null
}

/** Groups whose rows carry their figures themselves, with the names that are kept. */
const TREE_FIELDS = {
  'dvc-progress-tree': [
    'totalReceived',
    'totalOnTime',
    'totalOverdue',
    'totalCompleted',
    'avgProcessingDays',
  ],
  'provide-online-tree': [
    'authorityCount',
    'partialCount',
    'fullCount',
    'onlineDossierCount',
    'onlineServiceTotal',
    'channelOnlineSum',
    'channelDirectSum',
    'channelPostalSum',
    'channelTotalSum',
    'onlineOnTimeSum',
    'onlineOverdueSum',
  ],
  'formality-online-payment-tree': [
    'totalDossierOnlinePaymentSuccess',
    'totalDossierFinancialObligation',
    'totalDossierOnlineFormalityPaymentSuccess',
    'totalFeeDossierFormalityDistinct',
    'totalFeeDossierFormality',
    'totalFeeFormality',
  ],
} as const
export type TreeGroup = keyof typeof TREE_FIELDS
export type TreeField<G extends TreeGroup> = (typeof TREE_FIELDS)[G][number]

const METRIC_GROUPS = ['transparency', 'handling-satisfaction', 'dossier-digitized'] as const
export type MetricGroup = (typeof METRIC_GROUPS)[number]

/** `service-results` comes first: it tells the portal's id of the root. */
export const GROUPS = [
  'service-results',
  ...METRIC_GROUPS,
  ...(Object.keys(TREE_FIELDS) as TreeGroup[]),
] as const
export type Group = (typeof GROUPS)[number]

export function isTree(group: Group): group is TreeGroup {
  return group in TREE_FIELDS
}

/** The figures of a row. A field that is absent gives none; one that is null gives a figure without value. */
export function measuresOf(group: Group, row: JsonObject): Measure[] {
  const score = named('totalScore', row.totalScore ?? row.score)
  if (group === 'service-results') return [...score, ...groupScores(row.groupScores)]
  if (isTree(group)) return [...score, ...fieldMeasures(group, row)]
  return [...score, ...metricMeasures(group, row)]
}

function fieldMeasures(group: TreeGroup, row: JsonObject): Measure[] {
  return TREE_FIELDS[group].flatMap((name) => named(name, row[name]))
}

function groupScores(scores: unknown): Measure[] {
  if (!isObject(scores)) return []
  return Object.entries(scores).flatMap(([code, value]) => (isCode(code) ? named(code, value) : []))
}

function metricMeasures(group: MetricGroup, row: JsonObject): Measure[] {
  if (!Array.isArray(row.metrics)) {
    throw changedInterface(say('{group}: a row of the national figures has no metrics', { group }))
  }
  return objectsOf(row.metrics).flatMap((metric) => {
    const { code, numerator, denominator } = metric
    if (!isCode(code)) return []
    const quality = textOf(metric.dataQualityStatus) ?? null
    return [
      ...named(`${code}.numerator`, numerator, quality),
      ...named(`${code}.denominator`, denominator, quality),
    ]
  })
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)
}

function named(name: string, value: unknown, quality: string | null = null): Measure[] {
  return value === undefined ? [] : [{ name, value: numberOf(value), quality }]
}

/** Numbers come as text at times; anything else is left for the record's validation to refuse. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value)
  return value as number | null
}
