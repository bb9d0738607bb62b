export { example } from './example.ts'
