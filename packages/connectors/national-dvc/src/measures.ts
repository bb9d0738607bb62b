import { UnreadableField } from '@cchc/connector-kit'
import { say } from '@cchc/domain'
import { GROUP_NAMES, type Score, scoreOf } from './scores.ts'
import { isObject, type JsonObject, numberOf, objectsOf, textOf } from './values.ts'

/** One figure of a row: its name within the group, as received. */
export interface Measure {
  readonly name: string
  readonly value: number | null
  readonly quality: string | null
  /** What is stated beside a score. */
  readonly scored?: Score
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
  const score = scored('totalScore', row.totalScore ?? row.score, {
    ...row,
    name: GROUP_NAMES[group],
  })
  if (group === 'service-results') return [...score, ...groupScores(row.groupScores)]
  if (isTree(group)) return [...score, ...fieldMeasures(group, row)]
  return [...score, ...metricMeasures(group, row)]
}

function fieldMeasures(group: TreeGroup, row: JsonObject): Measure[] {
  return TREE_FIELDS[group].flatMap((name) => named(name, row[name]))
}

function groupScores(scores: unknown): Measure[] {
  if (!isObject(scores)) return []
  return Object.entries(scores).flatMap(([code, value]) =>
    isCode(code) ? scored(code, value, { name: GROUP_NAMES[code] }) : [],
  )
}

function metricMeasures(group: MetricGroup, row: JsonObject): Measure[] {
  if (!Array.isArray(row.metrics)) {
    throw new UnreadableField(
      say('{group}: a row of the national figures has no metrics', { group }),
    )
  }
  return objectsOf(row.metrics).flatMap((metric) => {
    const { code, numerator, denominator } = metric
    if (!isCode(code)) return []
    const quality = textOf(metric.dataQualityStatus) ?? null
    return [
      ...named(`${code}.numerator`, numerator, quality),
      ...named(`${code}.denominator`, denominator, quality),
      ...scored(`${code}.score`, metric.score, metric, quality),
    ]
  })
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)
}

function named(name: string, value: unknown, quality: string | null = null): Measure[] {
  return value === undefined ? [] : [{ name, value: numberOf(value), quality }]
}

/** A score with what stands beside it in its row or metric. */
function scored(
  name: string,
  score: unknown,
  beside: JsonObject,
  quality: string | null = null,
): Measure[] {
  return named(name, score, quality).map((measure) => ({ ...measure, scored: scoreOf(beside) }))
}
