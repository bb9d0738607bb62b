import { brokenIdentities, type Message, say } from '@cchc/domain'
import type { StatisticsRow } from './statistics-result.ts'

/** What cannot be in rows of figures; a row of no group is the total. */
export function findings(rows: readonly StatisticsRow[]): readonly Message[] {
  return rows.flatMap(({ group, statistics, extras }) => {
    const codes = Object.values(group).map(({ code }) => code)
    const place = codes.length === 0 ? say('total') : codes.join(' / ')
    return [
      ...brokenIdentities(statistics, extras).map(({ name: identity, left, right }) =>
        say('{place}: {identity} is broken: {left} is not {right}.', {
          place,
          identity,
          left,
          right,
        }),
      ),
      ...Object.entries({ ...statistics, ...extras })
        .filter(([, value]) => value < 0)
        .map(([column, value]) =>
          say('{place}: {column} is {value}, less than zero.', { place, column, value }),
        ),
    ]
  })
}
