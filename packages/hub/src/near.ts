import { folded, type Message, NotFoundError, say } from '@cchc/domain'
import { distance } from 'fastest-levenshtein'

/** The known names nearest to a mistyped one, best first; none when nothing is near. */
export function nearest(text: string, known: readonly string[], most = 3): string[] {
  const wanted = folded(text)
  return known
    .map((name) => ({ name, away: awayFrom(wanted, folded(name)) }))
    .filter(({ away }) => away <= Math.max(2, wanted.length / 3))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ name }) => name)
}

function awayFrom(wanted: string, name: string): number {
  return wanted.length >= 3 && name.includes(wanted) ? 0.5 : distance(wanted, name)
}

/** One sentence that says what was probably meant, or what there is. */
export function suggestion(text: string, known: readonly string[]): Message {
  const meant = didYouMean(nearest(text, known))
  if (meant) return meant
  const names = known.join(', ')
  return names === '' ? say('None is configured yet.') : say('Known: {names}.', { names })
}

/** Asks whether one of the first three was meant; undefined where there is none. */
export function didYouMean([name, second, third]: readonly string[]): Message | undefined {
  if (name === undefined) return undefined
  if (second === undefined) return say('Did you mean {name}?', { name })
  if (third === undefined) return say('Did you mean {name} or {second}?', { name, second })
  return say('Did you mean {name} or {second} or {third}?', { name, second, third })
}

/** The name itself when it is known; throws NotFoundError with `message` and what was probably meant otherwise. */
export function requireKnown(name: string, known: readonly string[], message: Message): string {
  if (known.includes(name)) return name
  throw notKnown(name, known, message)
}

/** That a name is not known, with what was probably meant. */
export function notKnown(name: string, known: readonly string[], message: Message): NotFoundError {
  return new NotFoundError(message, { fix: suggestion(name, known) })
}

/** A text that a person wrote, cut to so many characters, in quotes. */
export function quoted(text: string, most = 40): string {
  return JSON.stringify(text.slice(0, most))
}
