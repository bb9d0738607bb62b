import { instantText, say } from '@cchc/domain'
import type { FoundAlert } from './find-alerts.ts'
import type { Known } from './known.ts'
import type { AlertContent, Words } from './message.ts'

/** That all is well, or what still holds; that nothing comes on its day says that nobody looks any more. */
export function weeklyContent(
  known: Known,
  { found, words }: { readonly found: readonly FoundAlert[]; readonly words: Words },
): AlertContent {
  const subject =
    found.length === 0
      ? say('All is well: {count} sources', { count: known.sources.length })
      : say('{count} things need a look', { count: found.length })
  const holding = found.map(({ sentence }) => `- ${words(sentence)}`)
  const sources = known.sources.map(({ id, streams }) => {
    const times = streams.flatMap(({ freshAt }) => freshAt ?? [])
    const at = times.length === 0 ? say('never') : instantText(Math.min(...times))
    return `- ${words(say('{source}: whole as of {at}', { source: id, at }))}`
  })
  return {
    ...{ kind: 'weekly', at: instantText(known.now), subject: `[CCHC] ${words(subject)}` },
    text: `${[words(subject), ...holding, '', ...sources].join('\n')}\n`,
    data: {
      holds: found.map(({ alert, subject: of, severity }) => ({ alert, subject: of, severity })),
    },
  }
}
