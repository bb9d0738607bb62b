export { spreadsheet } from './spreadsheet.ts'
