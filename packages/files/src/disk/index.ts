export { isFolder } from './is-folder.ts'
export { makeFolder } from './make-folder.ts'
export { readOrdinary } from './read-ordinary.ts'
export { writePieces, writeWhole } from './write-whole.ts'
