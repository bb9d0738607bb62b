export { makeFolder, readOrdinary } from '@cchc/files/disk'
