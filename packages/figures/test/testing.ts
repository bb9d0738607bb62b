export * from './scripted-store.ts'
export * from './small-province.ts'
export * from './varied-province.ts'
