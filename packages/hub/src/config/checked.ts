import { type Fault, type Message, meantIssues, messageOfIssue, say } from '@cchc/domain'
import type { z } from 'zod'
import { type Inspected, inspect, join } from './inspect.ts'
import type { Shape } from './schema-shape.ts'
import type { SecretSources } from './secret-reference.ts'

/** A part of a configuration that was checked: its value unless there are faults. */
export interface Checked<T> {
  readonly value: T | undefined
  readonly faults: readonly Fault[]
}

/** Checks a part of a configuration: its keys and secrets by its shape, its values by its schema. */
export function checked<S extends z.ZodType>(
  written: unknown,
  options: {
    readonly schema: S
    readonly shape: Shape
    readonly path: string
    readonly secrets: SecretSources
  },
): Checked<z.output<S>> {
  const inspected: Inspected = inspect(written, options)
  const parsed = options.schema.safeParse(inspected.value, REPORTED)
  const found = new Set(inspected.faults.map(({ path }) => path))
  const wrong = faultsIn(parsed, options.path)
  const faults = [...inspected.faults, ...wrong.filter(({ path }) => !found.has(path))]
  return { value: parsed.success ? parsed.data : undefined, faults }
}

/** What is missing, or needs quotes, is seen by the input. */
export const REPORTED = { reportInput: true } as const

/** What a schema refuses, at its paths below `path`. */
export function faultsIn(parsed: z.ZodSafeParseResult<unknown>, path: string): Fault[] {
  return (parsed.error?.issues ?? []).flatMap(meantIssues).map((issue) => ({
    path: issue.path.map(String).reduce(join, path),
    message: settingFault(issue),
  }))
}

/** Says what is allowed, in words for people who do not write schemas. */
function settingFault(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'invalid_key') return messageOfIssue(issue.issues[0] ?? issue)
  const fault = messageOfIssue(issue)
  if (issue.code !== 'invalid_type') return fault
  if (issue.input === undefined) {
    return say('is required ({expected})', { expected: KINDS[issue.expected] ?? issue.expected })
  }
  const unquoted = issue.expected === 'string' && Number.isFinite(issue.input)
  return unquoted ? say('{fault}: put it in quotes', { fault }) : fault
}

const KINDS: Readonly<Record<string, Message>> = {
  string: say('string'),
  number: say('number'),
  int: say('int'),
  boolean: say('boolean'),
  array: say('array'),
  object: say('object'),
  record: say('record'),
}

/** Whether that can be a section; an empty one is read as one without settings. */
export function isMapping(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value))
  )
}

/** A section of a configuration without what is left empty in it. */
export function mapping(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null || !isMapping(value)) return {}
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
}
