import type { HubContext } from '../context.ts'
import type { HubEntered } from './contract.ts'
import { importIndex, importPlan, indexOf, planOf, planReportOf } from './documents.ts'
import { importIndicators, listIndicators, missingIndicators, setIndicator } from './indicators.ts'

/** What people enter, over one store. */
export function enteredOf(context: HubContext): HubEntered {
  return {
    importIndicators: (request) => importIndicators(context, request),
    setIndicator: (entry) => setIndicator(context, entry),
    listIndicators: (query) => listIndicators(context, query),
    missingIndicators: (query) => missingIndicators(context, query),
    importPlan: (request) => importPlan(context, request),
    plan: (query) => planOf(context, query),
    planReport: (query) => planReportOf(context, query),
    importIndex: (request) => importIndex(context, request),
    index: (query) => indexOf(context, query),
  }
}
