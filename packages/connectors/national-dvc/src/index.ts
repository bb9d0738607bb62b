export { nationalDvc } from './national-dvc.ts'
