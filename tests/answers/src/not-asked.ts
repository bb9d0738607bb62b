import type { Question } from './questions.ts'
import { unusedRoutes } from './unused-routes.ts'

/** Commands, options, routes and parameters that exist and that no question uses: nothing is left out in silence. */
export function notAsked(
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
): string[] {
  const answerTo = (question: Question | undefined) => answers.get(question?.name ?? '') ?? ''
  const helps = questions.filter(({ words }) => words.at(-1) === '--help')
  const requests = questions.filter(isRequest)
  const commands = questions.filter((one) => !isRequest(one) && !one.words.includes('--help'))
  const api = answerTo(requests.find(({ line }) => line === 'GET /openapi.json'))
  const listed = helps.map((help) => {
    return { command: help.words.slice(0, -1).join(' '), words: listedIn(answerTo(help)) }
  })
  return [
    ...listed.flatMap((help) => unusedWords(help, commands)),
    ...unusedRoutes(
      JSON.parse(api.split('===== body\n')[1] ?? '{}'),
      requests.map(({ line }) => line),
    ),
  ]
}

function isRequest({ line }: Question): boolean {
  return /^(GET|PUT|POST) /.test(line)
}

/** Options and subcommands of a help text: `-o, --output <folder>`, `show [options] <ID>`; not those of every command. */
function listedIn(help: string): string[] {
  const own = help.replace(/^Common options:\n(?: .*\n)+/m, '')
  return [...own.matchAll(/^ {2}(?:-\w, )?(--[\w-]+|[a-z]+(?= \[| <| {2}))/gm)].map(
    ([, word = '']) => word,
  )
}

interface Help {
  readonly command: string
  readonly words: readonly string[]
}

const SHORT: Readonly<Record<string, string>> = { '--output': '-o' }
/** Asked in questions of their own, which are no command. */
const ELSEWHERE = new Set(['--help', '--version'])

function unusedWords({ command, words }: Help, commands: readonly Question[]): string[] {
  const own = commands.filter(({ line }) => command === '' || `${line} `.startsWith(`${command} `))
  const used = new Set(own.flatMap((one) => one.words))
  return words
    .filter((word) => !used.has(word) && !used.has(SHORT[word] ?? word) && !ELSEWHERE.has(word))
    .map((word) => `${command} ${word}`.trim())
}
