import { cpSync, existsSync, globSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type AnswerFolder, answerFolder, type Replacements } from './answer-folder.ts'
import { askCommand, commandText } from './ask-command.ts'
import { askRoute } from './ask-route.ts'
import { startGateway } from './gateway.ts'
import { inTurn } from './in-turn.ts'
import { notAsked } from './not-asked.ts'
import { type Question, questionsOf } from './questions.ts'
import { openSmallProvince } from './small-province.ts'

/** When everything is asked that sets no clock of its own: six days after the last sync. */
const ASKED_AT = '2023-01-16T08:00:00+07:00'
const KEY = { CCHC_API_KEY: 'a-key-of-sixteen-or-more' }

export interface Recording {
  /** The repository whose commands and routes are asked. */
  readonly checkout: string
  /** A folder that `prepare` made; it is copied first, so that every recording begins with the same bytes. */
  readonly prepared: string
  /** Where the answers go, a file each. */
  readonly out: string
}

interface Session {
  readonly checkout: string
  readonly folder: string
  readonly kept: AnswerFolder
  readonly asked: Question[]
}

/** Asks every question of the table and keeps its answer. */
export async function record({ checkout, prepared, out }: Recording): Promise<void> {
  if (!existsSync(join(prepared, 'cchc.db'))) throw new Error(`${prepared} is not prepared`)
  if (globSync('*', { cwd: out }).length > 0) throw new Error(`${out} holds answers already`)
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'cchc-answers-')))
  const folder = join(temporary, 'province')
  const kept = answerFolder(out, changing({ temporary, checkout }))
  try {
    cpSync(prepared, folder, { recursive: true })
    await askAll({ checkout, folder, kept, asked: [] })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** What differs from one recording to the next and means nothing. */
function changing(paths: { readonly temporary: string; readonly checkout: string }): Replacements {
  return [
    [paths.temporary, '<temporary>'],
    [paths.checkout, '<checkout>'],
    [/127\.0\.0\.1:\d{4,5}/g, '127.0.0.1:<port>'],
    [/\.\d+\.part\b/g, '.<process>.part'],
    [/"requestId": "[\w-]{36}"/g, '"requestId": "<id>"'],
    [`"enteredBy": "${userInfo().username}"`, '"enteredBy": "<account>"'],
  ]
}

async function askAll(session: Session): Promise<void> {
  await askCommands(session, 'reading', { atOnce: 2 })
  await askRoutes(session, 'routes', { atOnce: 2 })
  await askRoutes(session, 'routes-with-key', { atOnce: 1, env: KEY })
  await askCommands(session, 'writing', { atOnce: 1 })
  await askRoutes(session, 'routes-writing', { atOnce: 1 })
  await askPortals({ ...session, folder: join(session.folder, 'small') })
  const { kept, asked } = session
  const missing = notAsked(asked, kept.answers)
  kept.keep('not-asked', missing.map((one) => `${one}\n`).join(''))
  for (const one of missing) process.stderr.write(`no question uses ${one}\n`)
}

async function askCommands(
  { checkout, folder, kept, asked }: Session,
  group: string,
  { atOnce }: { readonly atOnce: number },
): Promise<void> {
  const questions = begin(group, asked)
  await inTurn(questions, { atOnce }, async (question) =>
    kept.keep(question.name, await askCommand(question, { checkout, folder })),
  )
}

interface Serving {
  readonly atOnce: number
  readonly env?: Readonly<Record<string, string>>
}

/** The gateway's own words are an answer too. */
async function askRoutes(
  { checkout, folder, kept, asked }: Session,
  group: string,
  { atOnce, env }: Serving,
): Promise<void> {
  const questions = begin(group, asked)
  const clock = questions[0]?.clock ?? ASKED_AT
  const gateway = await startGateway({ checkout, folder, clock, ...(env ? { env } : {}) })
  try {
    await inTurn(questions, { atOnce }, async (question) =>
      kept.keep(question.name, await askRoute(question, { port: gateway.port, folder })),
    )
  } finally {
    kept.keep(`${group}/serve`, commandText('serve --port 0', await gateway.stop()))
  }
}

async function askPortals(session: Session): Promise<void> {
  const portals = await openSmallProvince(session.folder)
  try {
    await askCommands(session, 'portals', { atOnce: 1 })
  } finally {
    await portals.close()
  }
}

function begin(group: string, asked: Question[]): Question[] {
  const questions = questionsOf(group, ASKED_AT)
  process.stderr.write(`${group}: ${questions.length} questions\n`)
  asked.push(...questions)
  return questions
}
