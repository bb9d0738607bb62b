import { z } from 'zod'
import { englishIssue } from './english-issue.ts'
import { inBothLanguages, inWords, type Message, messageOf } from './say.ts'
import { vietnameseIssue } from './vietnamese-issue.ts'

/** One fault in input that a person wrote: where it is, what is wrong, what is allowed. */
export interface Fault {
  /** Keys with dots between, or the words of `place`. */
  readonly path: string
  readonly message: Message
  /** Where it is, if that is told in words. */
  readonly place?: Message
  /** What to do about it, if that is not told of the whole. */
  readonly fix?: Message
}

/** A fault at a place that has no key. */
export function faultAt(place: Message, message: Message): Fault {
  return { path: inWords(place), message, place }
}

/** Faults as documents for programs hold them, in English. */
export function writtenFaults(faults: readonly Fault[]): { path: string; message: string }[] {
  return faults.map(({ path, message }) => ({ path, message: inWords(message) }))
}

interface FaultWords {
  /** Said of each unknown key, which then is the path; one fault names them all unless given. */
  readonly unknownKey?: Message
}

/** Every fault of a refused value. It needs `reportInput` to tell built-in faults in Vietnamese; no value is repeated. */
export function faultsOf(
  { issues }: Pick<z.ZodError, 'issues'>,
  { unknownKey }: FaultWords = {},
): Fault[] {
  return issues
    .flatMap(meantIssues)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' && unknownKey
        ? issue.keys.map((path) => ({ path, message: unknownKey }))
        : [{ path: issue.path.join('.'), message: messageOfIssue(issue) }],
    )
}

/** Of alternatives, what is wrong by the one that went furthest into the value: that was probably meant. */
export function meantIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map(({ path }) => path.length))
  const [meant] = issue.errors.toSorted((a, b) => depth(b) - depth(a))
  if (!meant || depth(meant) === 0) return [issue]
  return meant
    .flatMap(meantIssues)
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** What an issue says: the message of our own check, our own text, or what zod finds in both languages. */
export function messageOfIssue(issue: z.core.$ZodIssue): Message {
  const own = issue.code === 'custom' && issue.params?.[OWN]
  if (own) return own as Message
  if (issue.message !== english(issue)) return messageOf(issue.message)
  const raw = issue as z.core.$ZodRawIssue
  return inBothLanguages({ en: englishIssue(raw) ?? issue.message, vi: vietnameseIssue(raw) })
}

/** An issue for `context.addIssue` that keeps the parts of its message. */
export function issueOf(message: Message, path: PropertyKey[] = []) {
  return { code: 'custom', message: inWords(message), path, params: { [OWN]: message } } as const
}

const OWN = 'cchcMessage'

const { localeError } = z.locales.en()

function english(issue: z.core.$ZodIssue): string {
  const words = localeError(issue as z.core.$ZodRawIssue)
  return (typeof words === 'string' ? words : words?.message) ?? issue.message
}
