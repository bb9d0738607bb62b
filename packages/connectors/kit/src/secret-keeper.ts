import { createRedact, type Redact } from './redact.ts'

/** The secrets of one source: those of its configuration, and those that come up while it is read. */
export interface SecretKeeper {
  /** Masks every secret that is known by then. */
  readonly redact: Redact
  /** Keeps a further one, and returns it. */
  keep(value: string): string
}

/** Of tokens that a run was given, the oldest are forgotten: they have run out. */
const MOST_TOKENS = 200

/** Begins with the secrets of a configuration, which are never forgotten. */
export function keepSecrets(configured: readonly string[]): SecretKeeper {
  const ofConfiguration = createRedact(configured)
  const tokens = new Map<string, Redact>()
  return {
    redact: (text) =>
      [...tokens.values()].reduceRight((rest, redact) => redact(rest), ofConfiguration(text)),
    keep(value) {
      if (tokens.has(value)) return value
      const [oldest] = tokens.keys()
      if (tokens.size >= MOST_TOKENS && oldest !== undefined) tokens.delete(oldest)
      tokens.set(value, createRedact([value]))
      return value
    },
  }
}
