import { readFileSync } from 'node:fs'

export { statedCount } from './sample-count.ts'
export { sampleDossier } from './sample-dossier.ts'

/** A published report or plan as it was transcribed, cell for cell. */
export function fixture<T = unknown>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as T
}
