import { ConfigError, say } from '@cchc/domain'
import { comparisonFaults } from '@cchc/domain/reconcile'
import type { z } from 'zod'
import type { FilesSource } from '../files-source.ts'
import type { HttpSource } from '../http-limits.ts'
import type { PushSource } from '../push-source.ts'
import {
  CONTRACT_VERSION,
  type Connector,
  type FilesConnector,
  type FilesDefinition,
  type HttpConnector,
  type HttpDefinition,
  type PushConnector,
  type PushDefinition,
} from './connector.ts'
import type { Streams } from './stream.ts'

/**
 * Declares a connector; keeps the types of its config and streams, and writes down for which contract it was built.
 * Throws a ConfigError with every fault of what it says of its figures, or of how removals of dossiers show.
 *
 * @example defineConnector({ kind: 'http', id: 'city-permits', config: HttpSource.extend({ … }), streams: { … }, open, check })
 */
export function defineConnector<C extends z.ZodType<PushSource>, S extends Streams>(
  definition: PushDefinition<C, S>,
): PushConnector<C, S>
export function defineConnector<C extends z.ZodType<FilesSource>, S extends Streams>(
  definition: FilesDefinition<C, S>,
): FilesConnector<C, S>
export function defineConnector<C extends z.ZodType<HttpSource>, S extends Streams>(
  definition: HttpDefinition<C, S>,
): HttpConnector<C, S>
export function defineConnector(
  definition: HttpDefinition | FilesDefinition | PushDefinition,
): Connector {
  const faults = comparisonFaults(definition.compares ?? [])
  checkRemovals(definition)
  if (faults.length === 0) return Object.freeze({ ...definition, contract: CONTRACT_VERSION })
  const wrong = say('Connector {id} cannot compare figures as it declares', { id: definition.id })
  throw new ConfigError(wrong, {
    faults,
    fix: say('This is a fault of the connector: correct what it declares under compares.'),
  })
}

/** What the type forbids, for connectors that are not type-checked. */
function checkRemovals({ id, streams }: Pick<Connector, 'id' | 'streams'>): void {
  for (const [stream, { entity, deletes }] of Object.entries(streams)) {
    if (entity !== 'dossier' || deletes === 'never' || deletes === 'pages') continue
    throw new ConfigError(
      say(
        "Stream {stream} of connector {id} says deletes: '{deletes}', which no stream of dossiers can",
        { stream, id, deletes: String(deletes) },
      ),
      {
        fix: say(
          "Say deletes: 'pages' and name in pages which days are read whole, or 'never' where removals do not show.",
        ),
      },
    )
  }
}
