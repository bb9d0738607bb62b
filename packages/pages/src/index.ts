export {
  type Ask,
  type Begin,
  PageFailure,
  type SentFiles,
  type Tell,
  type WhyNot,
  type Written,
} from './ask.ts'
export { DOWNLOADS } from './downloads.ts'
export { FILES } from './files.ts'
export { linkTo, PATHS, ROOT } from './links.ts'
export { ASSETS, problemPage, sentPage, signInPage, VIEWS, viewPage } from './pages.ts'
export type { Place, ViewForm, Viewing } from './view.ts'
