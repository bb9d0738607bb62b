export * from './scripted-store.ts'
export * from './small-province.ts'
