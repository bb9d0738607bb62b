export * from './faults.ts'
export * from './world/world.ts'
