import { printDayRange } from '@cchc/domain'
import type { importIndicators } from '@cchc/hub/actions/import-indicators'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { CommandContext } from '../../command-context.ts'
import { loadWords } from '../../messages/words.ts'
import { oneLine } from '../../output/text-width.ts'

/** What an import did, for people: for whom, how many figures, then what to look at by cell. */
export async function importText(
  result: AnswerOf<typeof importIndicators>,
  { messages, language }: Pick<CommandContext, 'messages' | 'language'>,
): Promise<string> {
  const { organisation, period, file, template, findings } = result
  const { entered, check } = messages
  const told = await loadWords(language)
  const lines = [
    `${organisation.name} (${organisation.code}), ${period.text}: ${printDayRange(period)}`,
    template === null ? file.name : `${file.name}, ${entered.form(template)}`,
    entered.imported({
      dryRun: result.dryRun,
      added: result.added.length,
      replaced: result.replaced.length,
      unchanged: result.unchanged.length,
      computed: result.computed.length,
      blank: result.blank.length,
    }),
    ...findings.map((one) => `  ${one.address} (${check[one.severity]}): ${told(one.message)}`),
  ]
  return lines.map((line) => line.match(/^ */)?.[0] + oneLine(line)).join('\n')
}
