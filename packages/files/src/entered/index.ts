export { planReport } from './plan-report.ts'
export { type IndexOf, readIndexFile } from './read-index.ts'
export { type PlanOf, readPlanFile } from './read-plan.ts'
