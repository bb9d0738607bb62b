import type { Key, SourceFile } from '@cchc/connector-kit'
import { DOSSIER_COUNT_KEY, type Message, say } from '@cchc/domain'
import { daysText } from '../days-text.ts'

/** That a file which was just read states what another one states too, of the same unit and days; once for each two files. */
export function statedTwice(
  keys: readonly Key[],
  fresh: readonly Pick<SourceFile, 'path'>[],
): readonly Message[] {
  const paths = new Set(fresh.map(({ path }) => path))
  const wholes = keys.filter(({ fieldCode, procedureCode }) => !fieldCode && !procedureCode)
  const same = Map.groupBy(wholes, (key) => DOSSIER_COUNT_KEY.map((name) => key[name]).join('|'))
  const told = new Map<string, Message>()
  for (const those of same.values()) {
    const [first, second] = those
    if (!first || !second || !those.some(({ document = '' }) => paths.has(document))) continue
    const { from = '', to = '', organisationCode: unit = '' } = first
    const files = those
      .map(({ document = '' }) => document)
      .toSorted()
      .join(', ')
    if (told.has(files)) continue
    told.set(
      files,
      say(
        'Several files state {unit} for {days}: {files}. The one read last counts; where they differ, reports say so. Leave the right one in the folder.',
        { unit, days: daysText({ from, to }), files },
      ),
    )
  }
  return [...told.values()]
}
