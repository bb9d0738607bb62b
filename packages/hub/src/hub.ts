import {
  keepSecrets,
  type Log,
  type Redact,
  redactLog,
  type SecretKeeper,
  secretsOf,
} from '@cchc/connector-kit'
import { dayNumberOf, type FilledReport, inWords, type Text } from '@cchc/domain'
import { lacksOf, type ReportFormat } from '@cchc/forms'
import { type Act, openStore, type RefusedAct, type RepeatStore, type Store } from '@cchc/store'
import { storeBehindGates } from '@cchc/store/views'
import type { z } from 'zod'
import type { Caller } from './access/caller.ts'
import { callerOfKey } from './access/caller-of-key.ts'
import { type Asked, narrowed } from './access/narrow.ts'
import type { TokenSettings } from './access/token-settings.ts'
import { actOf } from './audit-log/act-of.ts'
import type { HubConfig } from './config/check-config.ts'
import { HubSettings } from './config/hub-settings.ts'
import type { LogSettings } from './config/log-settings.ts'
import { passingStore } from './config/passing-store.ts'
import { readConfig, takeConfig } from './config/read-config.ts'
import type { HubContext } from './context.ts'
import type { Export, ExportEnd } from './exports/export.ts'
import type { ExportFormat } from './exports/export-forms.ts'
import { exportPieces } from './exports/export-pieces.ts'
import { withOverrides } from './organisations/configured.ts'
import { checkOf, type HubAuditResult, type HubCheckRequest } from './questions/check-report.ts'
import type { Action, Exchange, Question, Told } from './questions/question.ts'
import { renderFilled } from './questions/report.ts'
import { withConfiguredStreams } from './sources/configured-streams.ts'
import { countingOnce } from './sources/counting-once.ts'
import type { Inbox } from './sources/inbox-answer.ts'
import { secretsOfSource } from './sources/open-source.ts'
import type { Watch } from './sources/watch.ts'
import { tracedStore } from './tracing/traced-store.ts'
import { NO_TRACING, type Tracing } from './tracing/tracing.ts'

/** Who watches something that is done, and how its texts are said; as in all of the hub's unless given. */
interface DoneHow extends Watch {
  readonly words?: ((text: Text) => string) | undefined
}

/** Everything that a configuration names, opened. What an unknown name was probably meant to be is in the error's `fix`. */
export interface Hub {
  /** What the configuration says to those who show figures; `apiKey` is a secret. */
  readonly settings: HubSettingsView
  /** Where operators read how it goes; no secret of the configuration passes. */
  readonly log: Log
  readonly tracing: Tracing
  /** Answers a question as it is declared. */
  ask<P extends z.ZodObject, A extends z.ZodType>(
    question: Question<P, A>,
    asked: Told<z.output<P>>,
    /** How texts are said in this answer; as in all of the hub's unless given. */
    words?: (text: Text) => string,
  ): Promise<z.output<A>>
  /** An export piece by piece, in a form; a piece is made when it is asked for. `words` as for questions. */
  export<P extends z.ZodObject, R extends z.ZodObject>(
    one: Export<P, R>,
    asked: Told<z.output<P>>,
    how: { readonly format: ExportFormat; readonly words?: (text: Text) => string },
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, ExportEnd>
  /** A text that changes with everything that is committed, and with the day in Vietnam: while it stays, so do figures. */
  version(): Promise<string>
  /** Does what an action says. */
  act<P extends z.ZodObject, A extends z.ZodType>(
    action: Action<P, A>,
    asked: Told<z.output<P>>,
    how?: DoneHow,
  ): Promise<z.output<A>>
  /** Who asks over HTTP, and what of it they may. */
  readonly access: HubAccess
  /** Answers to requests that may be sent again, kept for all processes on the same database. */
  readonly repeats: RepeatStore
  /** Where a source sends to that sends by itself; undefined where there is no such source. */
  inbox(source: string): Promise<Inbox | undefined>
  renderReport(report: FilledReport, format: ReportFormat): Promise<Uint8Array>
  /** What is missing of a report that this hub has just filled, and what is to be told of its form, in the hub's words. */
  lacksOf(report: FilledReport): {
    readonly missing: readonly string[]
    readonly cautions: readonly string[]
  }
  /** Audits a filled report, also against stored figures; without `against` no hub is needed: see `@cchc/hub/check`. */
  checkReport(request: HubCheckRequest): Promise<HubAuditResult>
  close(): Promise<void>
}

/** Who may ask over HTTP. */
export interface HubAccess {
  /** Whether any key was ever made: from then on everybody needs one. */
  hasKeys(): Promise<boolean>
  /** Who sends a key; undefined for one that is wrong, expired or revoked. */
  callerOf(key: string): Promise<Caller | undefined>
  /** Keeps in the audit log what was refused to whom. */
  keepRefused(refused: readonly Omit<RefusedAct, 'action'>[]): Promise<void>
  /** What a caller asks, within the organisations to which it is bound; throws AccessDenied. */
  narrowed<A extends Asked>(
    exchange: Pick<Exchange, 'parameters' | 'forPublic'>,
    asked: A,
    caller: Caller,
  ): Promise<A>
}

export interface HubSettingsView {
  readonly gateway: {
    readonly host: string
    readonly port: number
    readonly apiKey?: string | undefined
    /** Origins whose web pages may ask. */
    readonly cors?: readonly string[] | undefined
    readonly requestsPerMinute?: number | undefined
    readonly behindProxy?: boolean | undefined
    /** Whose tokens are taken beside keys. */
    readonly oidc?: TokenSettings | undefined
  }
  /** Where metrics are told; absent = nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number } | undefined
  /** `cutOffDay` = last day of a reporting month; `organisation` = the one that reports are made for unless named. */
  readonly reporting: { readonly cutOffDay: number; readonly organisation?: string | undefined }
  /** Where forms of one's own are, and are learnt; absent = the configuration is no file. */
  readonly formsFolder?: string | undefined
}

export interface OpenHubOptions {
  /** The configuration file; `cchc.config.yaml` in `cwd` unless named. */
  readonly configPath?: string | undefined
  readonly cwd?: string
  /** A configuration given by a program instead of a file; checked in the same way. */
  readonly config?: unknown
  /** Another database than the configured one, for what leaves no trace. */
  readonly storeUrl?: string
  /** It answers, and others write much: on SQLite it leaves to them what makes a commit wait for the disk. */
  readonly writesLittle?: boolean
  /** Nothing of this is kept: where there is no database file yet, none is made. */
  readonly leavesNothing?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly log?: Log
  /** Makes the log once it is known what the configuration says of it; goes before `log`. */
  readonly openLog?:
    | ((settings: LogSettings | undefined, redact: Redact) => Promise<Log | undefined>)
    | undefined
  readonly now?: () => number
  /**
   * Gives how texts for people are said in answers; in English unless told. Asked for once, when the connectors that
   * the configuration names are loaded, so that their texts are known.
   */
  readonly words?: (() => Promise<(text: Text) => string>) | undefined
}

const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/**
 * Opens everything that a configuration names. Throws a ConfigError with every fault at once, StoreError when the
 * database cannot be opened; reaches no portal.
 */
export async function openHub(options: OpenHubOptions = {}): Promise<Hub> {
  const { cwd = process.cwd(), env = process.env, now = Date.now } = options
  const location = { configPath: options.configPath, cwd, env }
  const config =
    options.config === undefined
      ? await readConfig(location)
      : await takeConfig(options.config, location)
  const log = await logOf(options, config)
  const tracing = await tracingOf(config)
  const words = (await options.words?.()) ?? ((text) => inWords(text))
  const { storeUrl = config.store.url, leavesNothing = false, writesLittle } = options
  const passing = leavesNothing ? passingStore(storeUrl) : undefined
  const opened = await openStore({ url: passing?.url ?? storeUrl, now, writesLittle })
  const store = tracing === NO_TRACING ? opened : tracedStore(opened, tracing)
  const ungated = config.sources.filter(({ gate }) => gate === 'off').map(({ id }) => id)
  const since = now()
  const shown = (base: Store) => {
    const behindGates = storeBehindGates(base, new Set(ungated))
    const inSources = withConfiguredStreams(behindGates, { sources: config.sources, since })
    return withOverrides(countingOnce(inSources, config.sources), config.organisations)
  }
  const hub = compose({ store: shown(store), config, log, tracing, now, words }, (act) =>
    shown(store.actingFor(act)),
  )
  const close = async () => {
    await hub.close().finally(() => passing?.remove())
    await tracing.close()
  }
  return { ...hub, close }
}

/** `actingFor` gives the store in which what is done is logged. */
function compose(context: HubContext, actingFor: (act: Act) => Store): Hub {
  const { gateway, metrics, reporting, formsFolder } = context.config
  return {
    settings: { gateway, metrics, reporting, formsFolder },
    log: context.log,
    tracing: context.tracing,
    ask: async (question, asked, words = context.words) =>
      context.tracing.span({ name: `question ${nameOf(question)}` }, async () =>
        given(await question.ask({ ...context, words }, asked)),
      ),
    export: (one, asked, { format, words = context.words }) =>
      exportPieces(one.open({ ...context, words }, asked), { record: one.answer, format }),
    act: async (action, asked, { words = context.words, ...watch } = {}) => {
      const isTried = 'dryRun' in asked && asked.dryRun === true
      const store = isTried ? context.store : actingFor(actOf(action, asked))
      return context.tracing.span({ name: `action ${nameOf(action)}` }, async () =>
        given(await action.act({ ...context, store, words }, asked, watch)),
      )
    },
    version: async () => `${await context.store.contentVersion()} ${dayNumberOf(context.now())}`,
    access: {
      hasKeys: () => context.store.hasAccessKeys(),
      callerOf: (key) => callerOfKey(context, key),
      keepRefused: (refused) =>
        context.store.logAttempts(refused.map((one) => ({ ...one, action: 'request' }))),
      narrowed: ({ parameters, forPublic }, asked, caller) =>
        narrowed(context, asked, { caller, parameters, forPublic }),
    },
    repeats: context.store,
    inbox: async (source) => (await import('./sources/inbox.ts')).inboxOf(context, source),
    renderReport: renderFilled,
    lacksOf: (report) => {
      const { missing, cautions } = lacksOf(report)
      return { missing: missing.map(context.words), cautions: cautions.map(context.words) }
    },
    checkReport: (request) => checkOf(context, request),
    close: () => context.store.close(),
  }
}

/** The log, which no secret of the configuration passes; they are looked for once there is something to mask. */
async function logOf({ openLog, log }: OpenHubOptions, config: HubConfig): Promise<Log> {
  let keeper: SecretKeeper | undefined
  const redact: Redact = (text) => {
    keeper ??= keepSecrets(secretsIn(config))
    return keeper.redact(text)
  }
  const given = openLog ? await openLog(config.log, redact) : log
  return given ? redactLog(given, redact) : SILENT
}

function secretsIn(config: HubConfig): readonly string[] {
  return [...secretsOf(HubSettings, config), ...config.sources.flatMap(secretsOfSource)]
}

/** Nothing of it is loaded where no trace is wanted. */
async function tracingOf({ traces }: HubConfig): Promise<Tracing> {
  return traces ? (await import('./tracing/otlp-tracing.ts')).otlpTracing(traces) : NO_TRACING
}

/** The words of its command, or its path. */
function nameOf({ command, path }: Pick<Exchange, 'command'> & { readonly path?: string }): string {
  return command?.replace(/ [<[].*/, '') ?? path ?? 'internal'
}

/** What is told may not be changed by those who tell it; it belongs to who asked. */
function given<T>(told: Told<unknown>): T {
  return told as T
}
