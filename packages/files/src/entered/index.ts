export { planReport } from './plan-report.ts'
export { readIndexFile } from './read-index.ts'
export { readPlanFile } from './read-plan.ts'
export { type CodeOf, readSuccessionFile } from './read-successions.ts'
