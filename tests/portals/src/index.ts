export * from './faults.ts'
export { smallWorld } from './world/small.ts'
export * from './world/world.ts'
