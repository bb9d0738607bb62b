export { storeCountingOnce } from './copies/store-counting-once.ts'
export { storeAsKnownAt } from './history/store-as-known-at.ts'
export { storeWith } from './store-with.ts'
