export { storeAsKnownAt } from './history/store-as-known-at.ts'
export { storeWith } from './store-with.ts'
