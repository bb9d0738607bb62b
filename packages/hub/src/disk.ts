export { readOrdinary, writeWhole } from '@cchc/files/disk'
