export { annotated } from './annotated.ts'
