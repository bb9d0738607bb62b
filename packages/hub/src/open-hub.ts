import type { Log } from '@cchc/connector-kit'
import { renderReport } from '@cchc/forms'
import { openStore } from '@cchc/store'
import { calendarOf } from './calendar.ts'
import { checkOf } from './check-report.ts'
import type { HubConfig } from './config/check-config.ts'
import { readConfig, takeConfig } from './config/read-config.ts'
import type { Hub } from './contract.ts'
import { enteredOf } from './entered/entered.ts'
import {
  comparisonOf,
  countsOf,
  type FiguresContext,
  proceduresOf,
  reportOf,
  statisticsOf,
} from './figures.ts'
import { organisationsOf } from './organisation-trees.ts'
import { withOverrides } from './organisations.ts'
import { closePeriod, listPeriods, reopenPeriod } from './periods/closings.ts'
import type { HubPeriods } from './periods/contract.ts'
import { restatementsOf } from './periods/restatements.ts'
import { reconciliationOf } from './reconciliation.ts'
import { checkSource, retryRefused, syncSources } from './source-runs.ts'
import { describeSources, sourceStatus } from './source-status.ts'
import { templatesOf } from './templates.ts'
import { whyOf } from './why.ts'

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

function periodsOf(figures: FiguresContext): HubPeriods {
  return {
    closePeriod: (query) => closePeriod(figures, query),
    reopenPeriod: (query) => reopenPeriod(figures, query),
    listPeriods: () => listPeriods(figures),
    restatements: (query) => restatementsOf(figures, query),
  }
}

function compose(parts: {
  readonly config: HubConfig
  readonly store: Hub['store']
  readonly log: Log
  readonly now: () => number
}): Hub {
  const { config, store, now } = parts
  const named = withOverrides(store, config.organisations)
  const figures = { store: named, config, now }
  return {
    store,
    settings: { gateway: config.gateway, reporting: config.reporting },
    sources: () => describeSources(config),
    checkSource: (id) => checkSource(parts, id),
    sync: (query) => syncSources(parts, query),
    status: () => sourceStatus(store, { config, now: now() }),
    retryQuarantine: (query) => retryRefused(parts, query),
    dossierStatistics: (query) => statisticsOf(figures, query),
    compareRules: (query) => comparisonOf(figures, query),
    procedureCounts: (query = {}) => countsOf(figures, query),
    organisations: ({ treeAt } = {}) => organisationsOf(figures, treeAt),
    procedures: (query = {}) => proceduresOf(figures, query),
    reconcile: (query) => reconciliationOf(figures, query),
    templates: () => templatesOf(config).map(({ id, title, levels }) => ({ id, title, levels })),
    report: (query) => reportOf(figures, query),
    renderReport,
    entered: enteredOf(figures),
    checkReport: (request) => checkOf(figures, request),
    why: (query) => whyOf(figures, query),
    ...periodsOf(figures),
    calendar: (query) => calendarOf(config, query),
    close: () => store.close(),
  }
}
