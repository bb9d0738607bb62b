import type { Catalogue } from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import type { z } from 'zod'
import type { FilesSource } from '../files-source.ts'
import type { HttpSource } from '../http-limits.ts'
import type { FilesIo, HttpIo } from '../io.ts'
import type { PushSource } from '../push-source.ts'
import type { OpenStreams } from './page.ts'
import type { Pushed, Received } from './push.ts'
import type { Streams } from './stream.ts'

/** The version of this contract. A connector keeps the one that it was built for; no other can be used. */
export const CONTRACT_VERSION = 2

/** What every kind of connector says of itself. */
interface Facts<C extends z.ZodType, S extends Streams> {
  /** Kebab-case, stable: it is written into configuration files. */
  readonly id: string
  /** SemVer; kept with every run. */
  readonly version: string
  /** The portal's Vietnamese name, for people. */
  readonly title: string
  /** Secrets are marked with `.meta({ secret: true })`. */
  readonly config: C
  readonly streams: S
  /** What its errors and refusals say in other languages, by their English template. */
  readonly phrases?: { readonly vi: Catalogue }
  /** How the figures of its `portal-figure` streams compare with what the hub counts; absent = not at all. */
  readonly compares?: readonly PortalComparison[]
}

/** A portal that is asked over HTTP; its configuration holds `baseUrl` and `http`. */
export interface HttpDefinition<
  C extends z.ZodType<HttpSource> = z.ZodType<HttpSource>,
  S extends Streams = Streams,
> extends Facts<C, S> {
  readonly kind: 'http'
  /** Hosts (`name` or `name:port`) beside that of `baseUrl` that it asks, such as that of a login; no other can be asked. */
  hosts?(config: z.output<C>): readonly string[]
  /** Builds the client in a closure; opens no socket until a reader is iterated. */
  open(config: z.output<C>, io: HttpIo): OpenStreams<S>
  /** Reaches the portal and logs in, with one request or two; throws what went wrong. Streams are checked by themselves. */
  check(config: z.output<C>, io: HttpIo): Promise<void>
}

/** A folder or a file that somebody puts there; its configuration holds `path` and `files`. */
export interface FilesDefinition<
  C extends z.ZodType<FilesSource> = z.ZodType<FilesSource>,
  S extends Streams = Streams,
> extends Facts<C, S> {
  readonly kind: 'files'
  /** Reads no file until a reader is iterated. */
  open(config: z.output<C>, io: FilesIo): OpenStreams<S>
  /** Lists the files and throws what is wrong with them as a whole. Streams are checked by themselves. */
  check(config: z.output<C>, io: FilesIo): Promise<void>
}

/** A portal that sends by itself, to `POST /v1/sources/{id}/inbox` of the gateway; its configuration holds `key` and `push`. */
export interface PushDefinition<
  C extends z.ZodType<PushSource> = z.ZodType<PushSource>,
  S extends Streams = Streams,
> extends Facts<C, S> {
  readonly kind: 'push'
  /** The header that carries the key, in lower case; `Authorization: Bearer KEY` unless told. */
  readonly keyHeader?: string
  /** What a body says; pure. Throws PortalChanged where it cannot be understood as a whole. */
  receive(pushed: Pushed, config: z.output<C>): Received<S>
}

interface Built {
  /** The contract that it was built for; written by `defineConnector`. */
  readonly contract: number
}

export interface HttpConnector<
  C extends z.ZodType<HttpSource> = z.ZodType<HttpSource>,
  S extends Streams = Streams,
> extends HttpDefinition<C, S>,
    Built {}

export interface FilesConnector<
  C extends z.ZodType<FilesSource> = z.ZodType<FilesSource>,
  S extends Streams = Streams,
> extends FilesDefinition<C, S>,
    Built {}

export interface PushConnector<
  C extends z.ZodType<PushSource> = z.ZodType<PushSource>,
  S extends Streams = Streams,
> extends PushDefinition<C, S>,
    Built {}

/** One portal taught to the hub. `kind` tells how its data comes. */
export type Connector = HttpConnector | FilesConnector | PushConnector
