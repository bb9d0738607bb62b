export * from './contract.ts'
export * from './io.ts'
