export { propose } from './propose/propose.ts'
export { spreadsheet } from './spreadsheet.ts'
