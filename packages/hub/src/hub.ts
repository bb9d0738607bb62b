import type { Log } from '@cchc/connector-kit'
import { renderReport } from '@cchc/forms'
import { openStore } from '@cchc/store'
import type { z } from 'zod'
import { readConfig, takeConfig } from './config/read-config.ts'
import { templatesOf } from './config/templates.ts'
import type { HubContext } from './context.ts'
import type { Hub } from './contract.ts'
import { enteredOf } from './entered/entered.ts'
import { countsOf, proceduresOf, reportOf } from './figures.ts'
import { withOverrides } from './organisations/configured.ts'
import { organisationsOf } from './organisations/in-tree.ts'
import { closePeriod, listPeriods, reopenPeriod } from './periods/closings.ts'
import type { HubPeriods } from './periods/contract.ts'
import { calendarOf } from './questions/calendar.ts'
import { checkOf } from './questions/check-report.ts'
import type { Question, Told } from './questions/question.ts'
import { reconciliationOf } from './questions/reconciliation.ts'
import { restatementsOf } from './questions/restatements.ts'
import { whyOf } from './questions/why.ts'
import { checkSource, retryRefused, syncSources } from './sources/runs.ts'
import { describeSources, sourceStatus } from './sources/status.ts'

export interface OpenHubOptions {
  /** The configuration file; `cchc.config.yaml` in `cwd` unless named. */
  readonly configPath?: string | undefined
  readonly cwd?: string
  /** A configuration given by a program instead of a file; checked in the same way. */
  readonly config?: unknown
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly log?: Log
  readonly now?: () => number
}

const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/**
 * Opens everything that a configuration names. Throws a ConfigError with every fault at once, StoreError when the
 * database cannot be opened; reaches no portal.
 */
export async function openHub(options: OpenHubOptions = {}): Promise<Hub> {
  const { cwd = process.cwd(), env = process.env, log = SILENT, now = Date.now } = options
  const location = { configPath: options.configPath, cwd, env }
  const config =
    options.config === undefined
      ? await readConfig(location)
      : await takeConfig(options.config, location)
  const store = await openStore({ url: config.store.url, now })
  return compose({ config, store, log, now })
}

function periodsOf(context: HubContext): HubPeriods {
  return {
    closePeriod: (query) => closePeriod(context, query),
    reopenPeriod: (query) => reopenPeriod(context, query),
    listPeriods: () => listPeriods(context),
    restatements: (query) => restatementsOf(context, query),
  }
}

function compose(parts: HubContext): Hub {
  const { config, store } = parts
  const context = { ...parts, store: withOverrides(store, config.organisations) }
  return {
    store,
    settings: { gateway: config.gateway, reporting: config.reporting },
    sources: () => describeSources(config),
    checkSource: (id) => checkSource(context, id),
    sync: (query) => syncSources(context, query),
    status: () => sourceStatus(context),
    retryQuarantine: (query) => retryRefused(context, query),
    ask: (question, asked) => answerTo(question, context, asked),
    procedureCounts: (query = {}) => countsOf(context, query),
    organisations: ({ treeAt } = {}) => organisationsOf(context, treeAt),
    procedures: (query = {}) => proceduresOf(context, query),
    reconcile: (query) => reconciliationOf(context, query),
    templates: () => templatesOf(config).map(({ id, title, levels }) => ({ id, title, levels })),
    report: (query) => reportOf(context, query),
    renderReport,
    entered: enteredOf(context),
    checkReport: (request) => checkOf(context, request),
    why: (query) => whyOf(context, query),
    ...periodsOf(context),
    calendar: (query) => calendarOf(config, query),
    close: () => store.close(),
  }
}

/** What is given may not be changed by those who give it; who asked may. */
async function answerTo<P extends z.ZodObject, A extends z.ZodType>(
  question: Question<P, A>,
  context: HubContext,
  asked: Told<z.output<P>>,
): Promise<z.output<A>> {
  return (await question.ask(context, asked)) as z.output<A>
}
