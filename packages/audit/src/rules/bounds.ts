import {
  type AuditContext,
  finding,
  hasNumber,
  printFigure,
  sentence,
  shortLabel,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { folded } from '../meaning/label-key.ts'
import { inOneGroup, type OutlineRow } from '../meaning/outline.ts'
import { type Bound, placedBounds } from '../meaning/placed-bounds.ts'
import { MAY_EXCEED, ratiosWithParts } from '../meaning/ratio-parts.ts'
import { exactSum, sumsWithParts } from './sums.ts'

type Relation = readonly [parts: readonly string[], whole: string, certain: boolean]

/** What can never exceed what, besides the parts of rates and totals; false = exceptions are known to happen. */
const RELATIONS: readonly Relation[] = [
  [['assigned_tasks_on_time', 'assigned_tasks_late'], 'assigned_tasks_total', true],
  [['departments_inspected'], 'units_inspected_total', true],
  [['online_services_l34'], 'online_services_on_portal', true],
  [['online_services_l3_with_dossiers'], 'online_services_l3', true],
  [['online_services_l4_with_dossiers'], 'online_services_l4', true],
  [['procedures_published_national_portal'], 'procedures_in_force', false],
  [['procedures_interlinked_same_level'], 'procedures_in_force', false],
  [['procedures_interlinked_cross_level'], 'procedures_in_force', false],
  [['online_services_l34_national_portal'], 'procedures_in_force', false],
  [['procedures_with_fee'], 'procedures_in_force', false],
  [['civil_posts_filled'], 'civil_posts_assigned', false],
  [['service_staff_filled'], 'service_staff_assigned', false],
]

/** Kind 3: a part that is greater than its whole. */
export function boundFindings(context: AuditContext): readonly Finding[] {
  const ratios = ratiosWithParts(context).map(({ numerator, denominator, certain, mayExceed }) => ({
    parts: [numerator],
    whole: denominator,
    certain: certain && !mayExceed,
  }))
  const quotients = definedQuotients(context)
  const sums = sumsWithParts(context)
    .filter(({ parts, certain }) => !certain || !parts.every((row) => hasNumber(row)))
    .flatMap(({ total, parts, certain }) =>
      parts.map((part) => ({ parts: [part], whole: total, certain })),
    )
  const bounds = [...placedBounds(context), ...ratios, ...quotients, ...related(context), ...sums]
  return unique(bounds).flatMap(exceeded)
}

/** Parts of a rate that the report prints without the rate itself. */
function definedQuotients({ catalogue, found }: AuditContext): readonly Bound[] {
  return catalogue.indicators.flatMap(({ id, quotient }) => {
    const part = quotient && found.get(quotient.numerator)
    const whole = quotient && found.get(quotient.denominator)
    if (!part || !whole) return []
    const named = part.certain && whole.certain && inOneGroup(part.row, whole.row)
    const certain = named && !MAY_EXCEED.test(id)
    return { parts: [part.row], whole: whole.row, certain }
  })
}

function related({ found }: AuditContext): readonly Bound[] {
  return RELATIONS.flatMap(([ids, id, certain]) => {
    const parts = ids.flatMap((part) => found.get(part) ?? [])
    const whole = found.get(id)
    if (!whole || parts.length === 0) return []
    const named = parts.every((part) => part.certain && inOneGroup(part.row, whole.row))
    const sure = certain && whole.certain && named
    return { parts: parts.map((part) => part.row), whole: whole.row, certain: sure }
  })
}

function unique(bounds: readonly Bound[]): readonly Bound[] {
  const keyed = bounds.map((bound) => {
    return [[...bound.parts, bound.whole].map((row) => row.index).join(), bound] as const
  })
  return [...new Map(keyed.toReversed()).values()].toReversed()
}

/** `gồm cả năm trước` in a remark: more may be done than came up in the period. */
function holdsEarlier({ key, label, note }: OutlineRow): boolean {
  const said = folded(`${label} ${note}`).replace(/so voi[^.;]*? truoc/g, '')
  return EARLIER.test(said) && !EARLIER.test(key)
}

const EARLIER = /\b(ky|nam) truoc\b/

function exceeded({ parts, whole, certain }: Bound): readonly Finding[] {
  const counted = parts.filter(hasNumber)
  if (counted.length === 0 || !hasNumber(whole)) return []
  const sum = exactSum(counted.map((row) => row.figure.value))
  if (sum <= whole.figure.value) return []
  const terms = counted.map((row) => printFigure(row.figure.value)).join(' + ')
  const places = counted.map((row) => `“${shortLabel(row.label)}” (dòng ${row.line})`).join(' và ')
  return [
    finding([...counted, whole], {
      rule: 'part-above-whole',
      kind: 3,
      severity: certain && !counted.some(holdsEarlier) ? 'error' : 'warning',
      printed: `${terms} > ${whole.value.trim()}`,
      expected: `≤ ${printFigure(whole.figure.value)}`,
      explanation: sentence(
        `${places} là ${terms}${counted.length > 1 ? ` = ${printFigure(sum)}` : ''}, lớn hơn ${printFigure(whole.figure.value)} ở ${whereIs(whole)}, trong khi đó chỉ là một phần của số này.`,
      ),
    }),
  ]
}
