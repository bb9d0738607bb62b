import { alerts } from './alerts.ts'
import { auditHead, auditLog, auditVerification } from './audit-log.ts'
import { calendar } from './calendar.ts'
import { check } from './check.ts'
import { connectorRecord } from './connector-record.ts'
import { connectorTry } from './connector-try.ts'
import { doctor } from './doctor.ts'
import { dossierStatistics } from './dossier-statistics.ts'
import { due } from './due.ts'
import { dueWeeks } from './due-weeks.ts'
import { enteredIndicators } from './entered-indicators.ts'
import { fill } from './fill.ts'
import { indexResult } from './index-result.ts'
import { keys } from './keys.ts'
import { missingIndicators } from './missing-indicators.ts'
import { organisations } from './organisations.ts'
import { paymentStatistics } from './payment-statistics.ts'
import { periods } from './periods.ts'
import { plan, planReport } from './plan.ts'
import { portalScores } from './portal-scores.ts'
import { procedureCounts } from './procedure-counts.ts'
import { procedures } from './procedures.ts'
import { oneRefusal, quarantine } from './quarantine.ts'
import type { Question } from './question.ts'
import { ranking } from './ranking.ts'
import { ready } from './ready.ts'
import { reconciliation } from './reconciliation.ts'
import { report } from './report.ts'
import { reportComparison } from './report-comparison.ts'
import { restatements } from './restatements.ts'
import { ruleComparison } from './rule-comparison.ts'
import { oneRun, runs } from './runs.ts'
import { schedules } from './schedules.ts'
import { serviceIndex } from './service-index.ts'
import { sourceChecks } from './source-checks.ts'
import { sourceDrift } from './source-drift.ts'
import { sources } from './sources.ts'
import { status } from './status.ts'
import { templates } from './templates.ts'
import { why } from './why.ts'

/** Everything that can be asked, by its name. */
export const QUESTIONS_BY_NAME = {
  ready,
  dossierStatistics,
  ruleComparison,
  ranking,
  why,
  due,
  dueWeeks,
  reconciliation,
  procedureCounts,
  portalScores,
  serviceIndex,
  paymentStatistics,
  organisations,
  procedures,
  templates,
  report,
  reportComparison,
  check,
  fill,
  sources,
  sourceChecks,
  sourceDrift,
  connectorTry,
  connectorRecord,
  status,
  schedules,
  doctor,
  alerts,
  runs,
  oneRun,
  quarantine,
  oneRefusal,
  periods,
  restatements,
  calendar,
  enteredIndicators,
  missingIndicators,
  plan,
  planReport,
  indexResult,
  keys,
  auditLog,
  auditHead,
  auditVerification,
} as const

/** Everything that can be asked. */
export const QUESTIONS: readonly Question[] = Object.values(QUESTIONS_BY_NAME)
