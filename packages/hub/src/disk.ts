export { isFolder, readOrdinary, writePieces, writeWhole } from '@cchc/files/disk'
