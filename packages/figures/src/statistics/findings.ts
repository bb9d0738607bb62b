import { brokenIdentities } from '@cchc/domain'
import type { StatisticsRow } from './statistics-result.ts'

/** What cannot be in rows of figures, in words; a row of no group is the total. */
export function findings(rows: readonly StatisticsRow[]): readonly string[] {
  return rows.flatMap(({ group, statistics, extras }) => {
    const codes = Object.values(group).map(({ code }) => code)
    const name = codes.length === 0 ? 'total' : codes.join(' / ')
    return [
      ...brokenIdentities(statistics, extras).map(
        (broken) => `${name}: ${broken.name} is broken: ${broken.left} is not ${broken.right}.`,
      ),
      ...Object.entries({ ...statistics, ...extras })
        .filter(([, value]) => value < 0)
        .map(([column, value]) => `${name}: ${column} is ${value}, less than zero.`),
    ]
  })
}
