export { storeCountingOnce } from './copies/store-counting-once.ts'
export { storeBehindGates } from './gate/store-behind-gates.ts'
export { storeAsKnownAt } from './history/store-as-known-at.ts'
export { storeWith } from './store-with.ts'
