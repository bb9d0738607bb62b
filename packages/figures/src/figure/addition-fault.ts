import { type Message, type QuantityKind, say } from '@cchc/domain'

/** Something to be added up; the kind is null where nothing tells it. */
export interface Addend {
  readonly name: string
  readonly kind: QuantityKind | null
}

/** What faults call the kinds of quantities. */
export const KIND_WORDS: Readonly<Record<QuantityKind, Message>> = {
  flow: say('flow'),
  stock: say('stock'),
  caseload: say('caseload'),
  ratio: say('ratio'),
}

/** What is wrong with adding things up: two kinds, or any ratio; undefined where nothing is, as far as kinds are known. */
export function additionFault(addends: readonly Addend[]): Message | undefined {
  const byKind = Map.groupBy(addends, ({ kind }) => kind)
  const told = [...byKind].flatMap(([kind, own]) =>
    kind === null
      ? []
      : say('a {kind} ({names})', {
          kind: KIND_WORDS[kind],
          names: own.map(({ name }) => name).join(', '),
        }),
  )
  if (told.length === 0) return undefined
  const kinds = told.reduceRight((others, kind) => say('{kind} and {others}', { kind, others }))
  if (byKind.has('ratio')) return say('adds up {kinds}; ratios are never added', { kinds })
  return told.length > 1 ? say('adds up {kinds}', { kinds }) : undefined
}
