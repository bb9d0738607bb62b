import { type Day, dayText, inWords, type Message, say } from '@cchc/domain'
import { unitsText } from '../coverage/units-text.ts'
import { COVERAGE_VIETNAMESE } from '../coverage/vietnamese.ts'
import type { Names } from '../dimension/names.ts'
import { rowsOf, type StatedFigures } from './stated-figures.ts'
import { windowText } from './stated-gaps.ts'

/** Who states what of which unit, by the first and last of the days that its rows are of. */
export interface StatedSource {
  readonly source: string
  readonly unit: string
  readonly from: Day
  readonly to: Day
}

/** The sources, units and days behind figures. */
export function statedSources(figures: readonly StatedFigures[]): readonly StatedSource[] {
  const rows = new Set(figures.flatMap(rowsOf))
  const groups = Map.groupBy(rows, ({ source, unit }) => `${source} ${unit}`)
  return [...groups.values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    return {
      source: first.source,
      unit: first.unit,
      from: dayText(Math.min(...those.map(({ from }) => from))),
      to: dayText(Math.max(...those.map(({ to }) => to))),
    }
  })
}

/** That figures are stated, by whom, of which units and days; one sentence for each source and its days. */
export function statedSentences(
  sources: readonly StatedSource[],
  nameOf: (code: string) => string,
): Message[] {
  const groups = Map.groupBy(sources, ({ source, from, to }) => `${source} ${from} ${to}`)
  return [...groups.values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    const { source } = first
    return say('Stated by {source}: {units}, {days}.', {
      source,
      units: unitsText([...new Set(those.map(({ unit }) => nameOf(unit)))]),
      days: windowText(first),
    })
  })
}

/** The same as notes of reports say it. */
export function statedNote(
  sources: readonly StatedSource[],
  { organisations }: Pick<Names, 'organisations'>,
): string[] {
  const sentences = statedSentences(sources, (code) => organisations.describe(code).name)
  return sentences.map((one) => inWords(one, COVERAGE_VIETNAMESE))
}
