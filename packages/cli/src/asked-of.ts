import { type AskedOf, type Exchange, readAsked } from '@cchc/hub/questions/question'
import type { Invocation } from './command-context.ts'

/** A word of a command that is a parameter: `<ID>`, `[YEAR]`, `[SOURCE...]`. */
export interface Position {
  readonly written: string
  readonly name: string
  readonly optional: boolean
  readonly variadic: boolean
}

/** The parameters between the words of a command, in their order. */
export function positionsOf({ command = '' }: Pick<Exchange, 'command'>): readonly Position[] {
  return [...command.matchAll(/[<[]([A-Z]+)(\.\.\.)?[>\]]/g)].map(([written, name = '', more]) => ({
    written,
    name: name.toLowerCase(),
    optional: written.startsWith('['),
    variadic: more !== undefined,
  }))
}

/**
 * What a command line asks; `more` is what the command says beside the options. Throws one UsageError that names every
 * fault.
 */
export function askedOf<E extends Exchange>(
  invocation: Invocation,
  question: E,
  more: Readonly<Record<string, unknown>> = {},
): AskedOf<E> {
  const { words } = invocation
  const options: Readonly<Record<string, unknown>> = { ...invocation.options }
  const positions = positionsOf(question).map(({ name, variadic }, index) => {
    return [name, variadic ? words.slice(index) : words[index]] as const
  })
  const named = Object.keys(question.parameters.shape).map((name) => [name, options[name]] as const)
  const typed = [...named, ...positions].map(([name, value]) => [name, asText(value)])
  return readAsked(question.parameters, { ...Object.fromEntries(typed), ...more }) as AskedOf<E>
}

/** A flag is there or not; over HTTP it is a text. */
function asText(value: unknown): unknown {
  return value === true ? 'true' : value
}
