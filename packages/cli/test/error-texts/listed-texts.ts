import { z } from 'zod'
import { HOLE } from './text-values.ts'

const YAML_FAULTS = [
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'BAD_DIRECTIVE',
  'BAD_DQ_ESCAPE',
  'BAD_INDENT',
  'BAD_PROP_ORDER',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'DUPLICATE_KEY',
  'IMPOSSIBLE',
  'KEY_OVER_1024_CHARS',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'NON_STRING_KEY',
  'RESOURCE_EXHAUSTION',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
].map((code) => code.toLowerCase().replaceAll('_', ' '))

/** A value that each kind of check refuses. */
const REFUSED: readonly (readonly [z.ZodType, unknown])[] = [
  [z.string(), undefined],
  [z.string(), 5],
  [z.string(), null],
  [z.number(), 'x'],
  [z.number(), Number.NaN],
  [z.int(), 1.5],
  [z.boolean(), 'x'],
  [z.array(z.string()), {}],
  [z.object({}), []],
  [z.record(z.string(), z.string()), 'x'],
  [z.tuple([z.string()]), 'x'],
  [z.date(), 'x'],
  [z.literal('x'), 'y'],
  [z.enum(['a', 'b']), 'c'],
  [z.union([z.string(), z.number()]), true],
  [z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]), { kind: 'b' }],
  [z.strictObject({}), { a: 1 }],
  [z.strictObject({}), { a: 1, b: 2 }],
  [z.record(z.enum(['a']), z.string()), { b: 'x' }],
  [z.record(z.string().regex(/^a/), z.string()), { b: 'x' }],
  [z.map(z.string(), z.string()), new Map([['a', 5]])],
  [z.string().min(2), 'x'],
  [z.string().max(2), 'xxx'],
  [z.string().length(2), 'x'],
  [z.string().length(2), 'xxx'],
  [z.array(z.string()).min(1), []],
  [z.array(z.string()).max(0), ['x']],
  [z.number().min(2), 1],
  [z.number().max(2), 3],
  [z.number().gt(2), 2],
  [z.number().lt(2), 2],
  [z.int().min(0).max(9), 10],
  [z.number().multipleOf(5), 3],
  [z.url(), 'x'],
  [z.email(), 'x'],
  [z.uuid(), 'x'],
  [z.ipv4(), 'x'],
  [z.iso.date(), 'x'],
  [z.iso.datetime(), 'x'],
  [z.iso.time(), 'x'],
  [z.string().regex(/^a$/), 'x'],
  [z.string().startsWith('a'), 'x'],
  [z.string().endsWith('a'), 'x'],
  [z.string().includes('a'), 'x'],
]

/** What the schema library itself says of values that it refuses. */
export const SCHEMA_TEXTS: readonly string[] = REFUSED.flatMap(([schema, value]) => {
  const { error } = schema.safeParse(value)
  return (error?.issues ?? []).map(({ message }) => message)
})

/** Texts that no error in the sources holds as a whole. */
export const LISTED_TEXTS: readonly string[] = [
  ...SCHEMA_TEXTS,
  ...YAML_FAULTS,
  // Names of values and places that other texts hold.
  ...['province', 'department', 'district', 'commune', 'unit', 'central'],
  ...['plan', 'index', 'no figure', `no figure (${HOLE})`, 'total', 'unreadable'],
  ...[`line ${HOLE}, column ${HOLE}`, '(whole file)'],
  // What the system says of a connection.
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT'].map((code) => `${HOLE}: ${code}`),
  // Lists of unknown length.
  ...[`Did you mean ${HOLE} or ${HOLE}?`, `Did you mean ${HOLE} or ${HOLE} or ${HOLE}?`],
  `Ask for an organisation of level ${HOLE} or ${HOLE}.`,
  // What needs attention in figures and closed periods, which is no error.
  `Stream ${HOLE} of source ${HOLE} was not read whole after the period's end (never).`,
  `Stream ${HOLE} of source ${HOLE} was not read whole after the period's end (last at ${HOLE}).`,
  `${HOLE}: total: ${HOLE} is broken: ${HOLE} is not ${HOLE}.`,
  `${HOLE}: total: ${HOLE} is ${HOLE}, less than zero.`,
  // The command line parser.
  `too many arguments for '${HOLE}'. Expected 0 arguments but got 1: ${HOLE}.`,
  `too many arguments for '${HOLE}'. Expected 1 argument but got 2: ${HOLE}.`,
  `too many arguments. Expected 0 arguments but got 1: ${HOLE}.`,
  `option '${HOLE}' argument '${HOLE}' is invalid.`,
  `option '${HOLE}' argument '${HOLE}' is invalid. Allowed choices are ${HOLE}.`,
]
