import { type Connector, parentOf } from '@cchc/connector-kit'
import { type Drift, type FieldKind, type Message, say } from '@cchc/domain'

const MOST_NAMED = 8

/** That records, or tables of files, are not what they were. */
export function changesInWords(kind: Connector['kind'], drift: readonly Drift[]): Message {
  const changes = driftInWords(drift)
  return kind === 'files'
    ? say('the files have other columns than before: {changes}', { changes })
    : say('the records of the portal look otherwise than before: {changes}', { changes })
}

/** What a person looks at before it is accepted. */
export function whatToLookAt(kind: Connector['kind']): Message {
  return kind === 'files'
    ? say('Look at the files; heads that are new go into the configuration under columns')
    : say('Look at the portal')
}

const KINDS: Readonly<Record<FieldKind, Message>> = {
  string: say('a text'),
  number: say('a number'),
  boolean: say('yes or no'),
  null: say('nothing'),
  list: say('a list'),
  object: say('an object'),
}

/** What drifted, in words: field by field, the first ones. */
export function driftInWords(drift: readonly Drift[]): Message {
  const added = new Set(drift.filter(({ kind }) => kind === 'new').map(({ path }) => path))
  // What is new within something new needs no word of its own.
  const outermost = drift.filter(({ path }) => !added.has(parentOf(path)))
  const named = outermost.slice(0, MOST_NAMED).map(wordsOf)
  const rest = outermost.length - named.length
  return joined(rest > 0 ? [...named, say('and {count} more', { count: rest })] : named)
}

function wordsOf({ kind, path, was, now, records, of }: Drift): Message {
  const field = path
  if (kind === 'new') return say('{field} is new', { field })
  if (kind === 'missing') return say('{field} no longer comes', { field })
  const kinds = { now: kindsInWords(now), was: kindsInWords(was), records, of }
  return say('{field} is {now} in {records} of {of} records, and was {was}', { field, ...kinds })
}

/** Kinds of a field, for people. */
export function kindsInWords(kinds: readonly FieldKind[]): Message {
  return joined(kinds.map((kind) => KINDS[kind]))
}

function joined([first, ...rest]: readonly Message[]): Message {
  if (!first) return KINDS.null
  return rest.length === 0 ? first : say('{first}; {rest}', { first, rest: joined(rest) })
}
