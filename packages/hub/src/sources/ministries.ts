import type { MinistrySystem } from '@cchc/domain'
import type { ConfiguredSource } from './configured-source.ts'

/** The sources that are ministries' central systems, by their ids. */
export function ministriesOf(
  sources: readonly Pick<ConfiguredSource, 'id' | 'ministry'>[],
): Readonly<Record<string, MinistrySystem>> {
  return Object.fromEntries(
    sources.flatMap(({ id, ministry }) => (ministry ? [[id, ministry]] : [])),
  )
}
