import type { MeantSurvivor } from './meant-survivors.ts'

/** One small change of the source and what the tests made of it; lines and columns count from 1. */
export interface Mutant {
  readonly file: string
  readonly status: string
  readonly replacement: string
  readonly location: { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly column: number
}

/** The source that was changed, and which survivors have a reason to survive. */
export interface Known {
  readonly read: (file: string) => string
  readonly meant: readonly MeantSurvivor[]
}

/** What is to be told of a run; complete when every survivor is meant. */
export interface Report {
  readonly text: string
  readonly isComplete: boolean
}

/** Counts mutants by their fate and shows the survivors that nobody has given a reason for. */
export function reportOf(mutants: readonly Mutant[], { read, meant }: Known): Report {
  const count = (...statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length
  const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const changes = survivors.map((mutant) => changeOf(mutant, read(mutant.file)))
  const open = changes.filter((change) => !meant.some((one) => isSame(one, change)))
  const [killed, timedOut] = [count('Killed', 'RuntimeError'), count('Timeout')]
  const score = (100 * (killed + timedOut)) / (killed + timedOut + survivors.length)
  const lines = [
    `${killed} killed, ${timedOut} timed out, ${survivors.length} survived: ${score.toFixed(1)} %`,
    `${survivors.length - open.length} of the survivors are meant`,
    ...open.map(
      ({ file, line, code, becomes }) =>
        `${file}:${line}\n  - ${shortened(code)}\n  + ${shortened(becomes)}`,
    ),
  ]
  return { text: `${lines.join('\n')}\n`, isComplete: open.length === 0 }
}

type Change = Pick<MeantSurvivor, 'file' | 'code' | 'becomes'>

/** The whole lines that a mutant changes, before and after. */
function changeOf({ file, replacement, location }: Mutant, source: string) {
  const { start, end } = location
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const head = lines.at(0)?.slice(0, start.column - 1) ?? ''
  const tail = lines.at(-1)?.slice(end.column - 1) ?? ''
  const [code, becomes] = [lines.join(' '), head + replacement + tail].map(inOneLine)
  return { file, line: start.line, code: code ?? '', becomes: becomes ?? '' }
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

/** Where the lines stand in their file does not matter. */
function isSame(one: Change, other: Change): boolean {
  return one.file === other.file && one.code === other.code && one.becomes === other.becomes
}
