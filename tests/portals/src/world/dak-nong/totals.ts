import { type LevelPlan, planLevel } from '../plan.ts'
import type { ProcedureFlags, ServiceCounts } from '../procedures.ts'

/**
 * What the province printed in the appendix of report 791/BC-UBND (20/12/2022) for the year 2022; each name is followed
 * by its group and row. Days of the year are 15/12/2021 to 14/12/2022.
 */
const PUBLISHED = {
  /** III / 1.4 = 1.4.1 + 1.4.2 + 1.4.3 */
  procedures: 1909,
  /** III / 1.4.1 */
  provinceProcedures: 1599,
  /** III / 1.4.2 */
  districtProcedures: 196,
  /** III / 1.4.3 */
  communeProcedures: 114,
  /** III / 3.1.1, 3.1.2 */
  departmentsResolved: 77_251,
  departmentsOnTime: 77_046,
  /** III / 3.2.1, 3.2.2 */
  districtsResolved: 138_989,
  districtsOnTime: 133_902,
  /** III / 3.3.1, 3.3.2 */
  communesResolved: 196_309,
  communesOnTime: 194_148,
  /** VII / 6.1.2, 6.1.3 */
  partialServices: 402,
  partialServicesUsed: 228,
  /** VII / 6.2.2, 6.2.3 */
  fullServices: 695,
  fullServicesUsed: 202,
  /** VII / 6.3.1, 6.3.2 */
  onlineProcedures: 923,
  publishedNationally: 522,
  /** VII / 6.4.1; 6.4.2 is printed as "42.95" */
  received: 425_682,
  receivedOnline: 42_950,
  /** VII / 6.5.1, 6.5.2 */
  proceduresWithFee: 1166,
  proceduresPayable: 923,
} as const

/** How the received dossiers divide among the levels is not published; chosen so that the sums are. */
const DEPARTMENTS_RECEIVED = 80_112
const DISTRICTS_RECEIVED = 144_930
const DEPARTMENTS_ONLINE = 21_460
const DISTRICTS_ONLINE = 12_705

export const LEVELS: readonly LevelPlan[] = [
  planLevel({
    level: 'department',
    carriedOver: 2310,
    received: DEPARTMENTS_RECEIVED,
    online: DEPARTMENTS_ONLINE,
    resolved: PUBLISHED.departmentsResolved,
    onTime: PUBLISHED.departmentsOnTime,
    before: 2400,
    after: 3300,
    denied: 420,
  }),
  planLevel({
    level: 'district',
    carriedOver: 4105,
    received: DISTRICTS_RECEIVED,
    online: DISTRICTS_ONLINE,
    resolved: PUBLISHED.districtsResolved,
    onTime: PUBLISHED.districtsOnTime,
    before: 4300,
    after: 5900,
    denied: 510,
  }),
  planLevel({
    level: 'commune',
    carriedOver: 1840,
    received: PUBLISHED.received - DEPARTMENTS_RECEIVED - DISTRICTS_RECEIVED,
    online: PUBLISHED.receivedOnline - DEPARTMENTS_ONLINE - DISTRICTS_ONLINE,
    resolved: PUBLISHED.communesResolved,
    onTime: PUBLISHED.communesOnTime,
    before: 5200,
    after: 8100,
    denied: 390,
  }),
]

/** Levels of service by level of procedure: 402 = 228 partial only + 174 both; 695 = 521 full only + 174 both. */
export const SERVICES: Readonly<Record<'province' | 'district' | 'commune', ServiceCounts>> = {
  province: {
    level: 'province',
    procedures: PUBLISHED.provinceProcedures,
    partialOnly: 183,
    fullOnly: 446,
    both: 44,
    partialUsed: 108,
    fullUsed: 102,
  },
  district: {
    level: 'district',
    procedures: PUBLISHED.districtProcedures,
    partialOnly: 30,
    fullOnly: 50,
    both: 70,
    partialUsed: 70,
    fullUsed: 55,
  },
  commune: {
    level: 'commune',
    procedures: PUBLISHED.communeProcedures,
    partialOnly: 15,
    fullOnly: 25,
    both: 60,
    partialUsed: 50,
    fullUsed: 45,
  },
}

const PUBLISHED_PARTIAL = 124

export const FLAGS: ProcedureFlags = {
  withFee: PUBLISHED.proceduresWithFee,
  payable: PUBLISHED.proceduresPayable,
  publishedPartial: PUBLISHED_PARTIAL,
  publishedFull: PUBLISHED.publishedNationally - PUBLISHED_PARTIAL,
}
