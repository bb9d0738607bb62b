import { type Message, messageOf, say, UsageError } from '@cchc/domain'
import type { CommanderError } from 'commander'
import { helpTerm } from './help-term.ts'
import type { Messages } from './messages/index.ts'

/** What the command line parser refuses, in our words. It has sentences only: what they hold is found here alone. */
export function parserRefusal(error: CommanderError, messages: Messages): UsageError {
  const [line = '', hint] = error.message.replace(/^error: /, '').split('\n')
  const near = /Did you mean (?:one of )?(.+?)\?/.exec(hint ?? '')?.[1]
  const [, name = ''] = /'([^']*)'/.exec(line) ?? []
  const term = helpTerm(name, messages)
  const said = REFUSALS[error.code]?.(term) ?? sentence(line, term)
  return new UsageError(said ?? messageOf(line.replace(name, () => term)), {
    fix: near === undefined ? TRY_HELP : say('Did you mean {near}?', { near }),
  })
}

const TRY_HELP = say('See cchc --help, or the --help of the command.')

const REFUSALS: Readonly<Record<string, (name: string) => Message>> = {
  'commander.unknownCommand': (name) => say('there is no command {name}', { name }),
  'commander.unknownOption': (name) => say('there is no option {name}', { name }),
  'commander.missingArgument': (name) => say('{name} is missing', { name }),
  'commander.optionMissingArgument': (name) => say('{name} needs a value', { name }),
  'commander.missingMandatoryOptionValue': (name) => say('{name} is required', { name }),
}

const EXCESS =
  /^too many arguments(?<named>.*?)\. Expected (?<expected>\d+) arguments? but got (?<count>\d+): (?<words>.*)\.$/s
const INVALID = /^option '.*?' argument '(?<value>.*)' is invalid\.(?: (?<reason>.*))?$/s
const CHOICES = /^Allowed choices are (?<choices>.*)\.$/s

function sentence(line: string, term: string): Message | undefined {
  const excess = EXCESS.exec(line)?.groups
  if (excess) return tooMany(excess, term)
  const { value, reason } = INVALID.exec(line)?.groups ?? {}
  if (value === undefined) return undefined
  const refused = { option: term, value }
  return reason === undefined
    ? say("option '{option}' argument '{value}' is invalid.", refused)
    : say("option '{option}' argument '{value}' is invalid. {reason}", {
        ...refused,
        reason: allowed(reason),
      })
}

function tooMany(groups: Readonly<Record<string, string>>, command: string): Message {
  const { named, expected = '', count = '', words = '' } = groups
  const given = { command, expected, count, words }
  if (named === '') {
    return say('too many arguments. Expected {expected} arguments but got {count}: {words}.', given)
  }
  return expected === '1'
    ? say(
        "too many arguments for '{command}'. Expected {expected} argument but got {count}: {words}.",
        given,
      )
    : say(
        "too many arguments for '{command}'. Expected {expected} arguments but got {count}: {words}.",
        given,
      )
}

/** The parser's own reason; any other is ours, in the operator's language. */
function allowed(reason: string): Message {
  const choices = CHOICES.exec(reason)?.groups?.choices
  return choices === undefined
    ? messageOf(reason)
    : say('Allowed choices are {choices}.', { choices })
}
