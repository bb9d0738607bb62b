export { igate } from './connector.ts'
