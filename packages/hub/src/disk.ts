export { readOrdinary, writePieces, writeWhole } from '@cchc/files/disk'
