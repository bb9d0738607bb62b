import type { Command } from 'commander'
import type { CommandContext } from './command-context.ts'

type AddCommand = (program: Command, context: CommandContext) => void

/** A command is loaded when a command line names it. */
type Commands = Readonly<Record<string, () => Promise<AddCommand>>>

/** Subjects under which the help of `cchc` lists commands; each has its title in `messages`. */
export type CommandSubject = keyof typeof COMMANDS_BY_SUBJECT

/** Every command by its first word, by subject, in the order of the help. */
export const COMMANDS_BY_SUBJECT = {
  sources: {
    init: async () => (await import('./commands/init/init.ts')).addInit,
    sources: async () => (await import('./commands/sources/sources.ts')).addSources,
    sync: async () => (await import('./commands/sync/sync.ts')).addSync,
    status: async () => (await import('./commands/status/status.ts')).addStatus,
    runs: async () => (await import('./commands/runs/runs.ts')).addRuns,
    quarantine: async () => (await import('./commands/quarantine/quarantine.ts')).addQuarantine,
  },
  figures: {
    stats: async () => (await import('./commands/stats/stats.ts')).addStats,
    report: async () => (await import('./commands/report/report.ts')).addReport,
    why: async () => (await import('./commands/why/why.ts')).addWhy,
    due: async () => (await import('./commands/due/due.ts')).addDue,
    reconcile: async () => (await import('./commands/reconcile/reconcile.ts')).addReconcile,
    'service-index': async () =>
      (await import('./commands/service-index/service-index.ts')).addServiceIndex,
    export: async () => (await import('./commands/export/export.ts')).addExport,
    check: async () => (await import('./commands/check/check.ts')).addCheck,
    fill: async () => (await import('./commands/fill/fill.ts')).addFill,
    consolidate: async () => (await import('./commands/consolidate/consolidate.ts')).addConsolidate,
    indicators: async () => (await import('./commands/indicators/indicators.ts')).addIndicators,
    plan: async () => (await import('./commands/plan/plan.ts')).addPlan,
    index: async () => (await import('./commands/index-result/index-result.ts')).addIndex,
    period: async () => (await import('./commands/period/period.ts')).addPeriod,
  },
  catalogues: {
    organisations: async () =>
      (await import('./commands/organisations/organisations.ts')).addOrganisations,
    procedures: async () => (await import('./commands/procedures/procedures.ts')).addProcedures,
    calendar: async () => (await import('./commands/calendar/calendar.ts')).addCalendar,
  },
  unattended: {
    worker: async () => (await import('./commands/worker/worker.ts')).addWorker,
    schedules: async () => (await import('./commands/schedules/schedules.ts')).addSchedules,
    alerts: async () => (await import('./commands/alerts/alerts.ts')).addAlerts,
    serve: async () => (await import('./commands/serve/serve.ts')).addServe,
    keys: async () => (await import('./commands/keys/keys.ts')).addKeys,
    service: async () => (await import('./commands/service/service.ts')).addService,
  },
  upkeep: {
    doctor: async () => (await import('./commands/doctor/doctor.ts')).addDoctor,
    backup: async () => (await import('./commands/store/backup.ts')).addBackup,
    restore: async () => (await import('./commands/store/backup.ts')).addRestore,
    store: async () => (await import('./commands/store/store.ts')).addStore,
    audit: async () => (await import('./commands/audit/audit.ts')).addAudit,
  },
  developing: {
    connector: async () => (await import('./commands/connector/connector.ts')).addConnector,
  },
} as const satisfies Readonly<Record<string, Commands>>

/** The first words of all commands. */
export const COMMAND_NAMES: readonly string[] = Object.values(COMMANDS_BY_SUBJECT).flatMap((one) =>
  Object.keys(one),
)
