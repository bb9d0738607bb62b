import type { Hub } from '@cchc/hub'
import { dossierStatistics } from '@cchc/hub/questions/dossier-statistics'
import { ranking } from '@cchc/hub/questions/ranking'
import { report } from '@cchc/hub/questions/report'
import { ruleComparison } from '@cchc/hub/questions/rule-comparison'
import { why } from '@cchc/hub/questions/why'
import { PROVINCE } from './hub-sync.ts'

const YEAR = { period: '2022', partial: true, anyway: true }
const RULES = ['tt01-2020', 'qd766-2022']

/** What is asked of the simulated year, of each kind of question that figures are made for. */
export const QUESTIONS: Readonly<Record<string, (hub: Hub) => Promise<unknown>>> = {
  'by level': (hub) => hub.ask(dossierStatistics, { ...YEAR, by: ['level'] }),
  'by organisation and month': (hub) =>
    hub.ask(dossierStatistics, { ...YEAR, by: ['org', 'month'] }),
  'by field': (hub) => hub.ask(dossierStatistics, { ...YEAR, by: ['field'] }),
  'by procedure': (hub) => hub.ask(dossierStatistics, { ...YEAR, by: ['procedure'] }),
  'by organisation, qd766-2022': (hub) =>
    hub.ask(dossierStatistics, { ...YEAR, by: ['org'], rule: 'qd766-2022' }),
  'by organisation, btp-07a': (hub) =>
    hub.ask(dossierStatistics, { ...YEAR, by: ['org'], rule: 'btp-07a' }),
  'ranking of units': (hub) => hub.ask(ranking, YEAR),
  'Form II.06a of the province': (hub) =>
    hub.ask(report, { ...YEAR, template: 'tt01-06a', org: PROVINCE }),
  'why, a column of the province': (hub) =>
    hub.ask(why, { ...YEAR, indicator: 'resolvedLate', org: PROVINCE }),
  'two rules with the causes': (hub) => hub.ask(ruleComparison, { ...YEAR, by: [], rule: RULES }),
}
