export { propose } from './propose.ts'
export { spreadsheet } from './spreadsheet.ts'
