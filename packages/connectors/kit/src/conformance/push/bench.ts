import type { PushConnector } from '../../contract/connector.ts'
import type { Received } from '../../contract/push.ts'
import type { PushSource } from '../../push-source.ts'
import { readPushed } from '../../read-pushed.ts'
import { type Subject, streamsOf } from '../bench.ts'
import { failureOf, withConsole } from '../machine.ts'
import type { Held } from '../options.ts'
import type { PushConformanceOptions, SentBody } from './options.ts'

/** What came of a body. */
export interface Mapped {
  readonly received: Received | undefined
  readonly error: unknown
  /** What was written to the console. */
  readonly logged: string
}

/** The connector with the bodies of its portal. */
export class PushBench {
  readonly connector: PushConnector
  readonly bodies: readonly SentBody[]
  readonly personal: readonly string[]
  readonly options: { readonly holds: Readonly<Record<string, Held>> }
  readonly #config: PushSource

  constructor(connector: PushConnector, { config, bodies, personal }: PushConformanceOptions) {
    this.connector = connector
    this.bodies = bodies as readonly SentBody[]
    this.personal = personal
    this.#config = connector.config.parse(config)
    const byStream = Map.groupBy(this.bodies, ({ stream }) => stream)
    const held = [...byStream].map(([stream, own]) => [stream, heldIn(own)] as const)
    this.options = { holds: Object.fromEntries(held) }
  }

  get id(): string {
    return this.connector.id
  }

  get streams(): Subject[] {
    return streamsOf(this.connector)
  }

  /** Maps a body; never throws. */
  async map(
    body: string,
    { contentType = 'application/json' }: Partial<SentBody> = {},
  ): Promise<Mapped> {
    const logged: string[] = []
    const pushed = readPushed(Buffer.from(body), contentType)
    let received: Received | undefined
    const error = await failureOf(() =>
      withConsole(logged, async () => {
        received = this.connector.receive(pushed, this.#config)
      }),
    )
    return { received, error, logged: logged.join('\n') }
  }
}

function heldIn(bodies: readonly SentBody[]): Held {
  const count = bodies.reduce((sum, body) => sum + body.count, 0)
  return { count, samples: bodies.flatMap(({ samples }) => [...samples]) }
}
