import type { UnreadColumn } from '@cchc/hub'
import { alertsEn } from './alerts-en.ts'
import { auditEn } from './audit-en.ts'
import { checkEn } from './check-en.ts'
import { connectorEn } from './connector-en.ts'
import { doctorEn } from './doctor-en.ts'
import { dueEn } from './due-en.ts'
import { enteredEn } from './entered-en.ts'
import { exportEn } from './export-en.ts'
import { keysEn } from './keys-en.ts'
import { periodEn } from './period-en.ts'
import { schedulesEn } from './schedules-en.ts'
import { serviceEn } from './service-en.ts'
import { storeEn } from './store-en.ts'
import { successionEn } from './succession-en.ts'
import { formsEn, levelsEn, serviceLevelsEn } from './words-en.ts'

const help = {
  program:
    'CCHC Hub: administrative-reform figures from the portals, counted, explained and written into the official forms.',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
    'Global Options:': 'Common options:',
  } as Readonly<Record<string, string>>,
  subjects: {
    sources: 'Read the portals:',
    figures: 'Figures and reports:',
    catalogues: 'What figures rest on:',
    unattended: 'By itself, and for many:',
    upkeep: 'Upkeep:',
    developing: 'Another portal:',
  },
  after:
    'Exit codes: 0 done; 1 failed; 2 wrong usage or configuration; 3 done but\n' +
    'partial (refused records, or stopped at a limit); 4 stale; 5 a checked report\n' +
    'has defects; 130 or 143 stopped by Ctrl-C or SIGTERM.\n' +
    'A period is written 2023, 2023-H1, 2023-Q2, 2023-M06, 2023-W24, 2023-9M or\n' +
    '2022-12-15..2023-06-10.',
  word: (name: string) => name,
  choices: (description: string) => description,
  help: 'show help',
  version: 'show the version',
  common: {
    config: 'configuration file (cchc.config.yaml unless named)',
    lang: 'language of messages (from LANG unless told)',
    verbose: 'log lines on standard error',
    gateway: 'ask the hub behind this URL instead of a database here (or CCHC_GATEWAY)',
    key: 'its API key; better as CCHC_KEY, which no list of processes shows',
    format: 'form of the output',
    limit: 'so many at most',
  },
  init: {
    about: 'write cchc.config.yaml with comments',
    from: 'folder of exported spreadsheets: looks at them and writes how they are read',
    province:
      "name of the province, today's or a former one: writes what it was made of on 01/7/2025",
  },
  stats: { about: 'figures on the terminal' },
  reconcile: { output: 'folder into which --format xlsx writes its file (this one unless told)' },
  report: {
    format:
      'with commas: xlsx, docx, csv, md, json (xlsx unless told; a form that was learnt as it was received)',
    output:
      'folder, or for one format a file, to write to (without it a single csv, md or json goes to standard output)',
    compare:
      'instead of the form its figures beside those of the same period a year before (last-year) or of the one before it (last-period), as a table, csv, md or json',
  },
  check: {
    about:
      'audit filled reports (xlsx, docx, xls, ods, odt, csv, json), also whole folders; exit code 5 when one has certain defects',
    rules: 'list what is looked for, instead of a check',
    narrative: 'JSON of the figures that its text states, or of its task table',
    previous: 'the report of the period before',
    against: 'organisation whose stored figures it is held against',
    period: 'period of those figures',
    annotate:
      'also write a copy of each xlsx or docx file with comments at the cells where something was found, to send back',
    output: 'folder for these copies, or for one file its name (this folder unless told)',
  },
  serve: {
    about: 'serve the figures over HTTP until stopped',
    host: 'address to listen on',
    port: 'port to listen on',
  },
}

const failure = {
  labels: { error: 'Error', fix: 'What to do' },
  causes: {
    config_invalid: '',
    usage_invalid: '',
    not_found: '',
    access_denied: '',
    portal_unavailable: '',
    portal_throttled: '',
    portal_denied: '',
    portal_changed: '',
    snapshot_suspicious: '',
    run_conflict: '',
    run_interrupted: '',
    store_failed: '',
    gateway_failed: '',
    machine_refused: '',
    unexpected: 'unexpected',
  },
  badLimit: 'must be a whole number from 1 to 1000',
  badPort: 'must be a port from 0 to 65535',
  givenTwice: 'it is given twice',
  outputLost: (reason: string) =>
    `Error: the output could not be written (${reason}), or only in part: make room and run the command again`,
}

const columns = {
  source: 'Source',
  connector: 'Connector',
  title: 'Portal',
  streams: 'Streams',
  stream: 'Stream',
  maxAge: 'Stale after',
  result: 'Result',
  records: 'Records',
  refused: 'Refused',
  missing: 'Gone',
  drift: 'Drift',
  open: 'Not accepted',
  lastChange: 'Last changed',
  changes: 'What changed',
  completed: 'Last whole pass',
  lastCame: 'Last came',
  covered: 'Read whole',
  inForce: 'In force',
  freshness: 'State',
  lastRun: 'Last run',
  run: 'Run',
  status: 'Status',
  trigger: 'Trigger',
  started: 'Started',
  finished: 'Finished',
  duration: 'Time',
  fetched: 'Read',
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  removed: 'Removed',
  outdated: 'Outdated',
  rate: 'Records/s',
  pages: 'Pages',
  parts: 'Parts',
  requests: 'Requests',
  retries: 'Retries',
  bytes: 'Bytes',
  failures: 'Failed streams',
  read: 'What was read',
  warnings: 'Warnings',
  gate: 'Gate',
  error: 'Error',
  id: 'Id',
  key: 'Record',
  reasons: 'Why it was refused',
  fields: 'Fields',
  timesSeen: 'Times',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  resolved: 'Resolved',
  dismissed: 'Dismissed',
  code: 'Code',
  oldCode: 'Old code',
  name: 'Name',
  level: 'Level',
  parent: 'Under',
  field: 'Field',
  serviceLevels: 'Online service',
  sources: 'Sources',
  template: 'Template',
  form: 'Form',
  documents: 'Document',
  makers: 'Made by',
  periods: 'For',
  verified: 'Held against the text',
  total: 'Total',
  table: 'Table',
  rows: 'Rows',
}

const words = {
  tables: { dossiers: 'a list of dossiers', counts: 'a form with figures' },
  status: {
    running: 'running',
    done: 'done',
    partial: 'partial',
    failed: 'failed',
    interrupted: 'interrupted',
    abandoned: 'abandoned',
  },
  trigger: { manual: 'manual', schedule: 'schedule', retry: 'retry', push: 'push' },
  partsDone: (stream: string, done: number, all: number) => `${stream}: ${done} of ${all} read`,
  fresh: 'fresh',
  stale: 'STALE',
  waiting: 'WAITING',
  gate: { closed: 'closed', opened: 'opened by itself', accepted: 'accepted' },
  beginning: 'the beginning',
  never: 'never',
  reachable: 'in order',
  hours: (count: string) => `${count} h`,
  none: '-',
  nothing: 'Nothing to show.',
  seconds: (text: string) => `${text} s`,
  minutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  longHours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
  levels: levelsEn,
  forms: formsEn,
  serviceLevels: serviceLevelsEn,
  columnsRead: (count: number) => `${count} columns of figures`,
  thousands: ' ',
  decimal: '.',
}

const notes = {
  initFromDone: (path: string, units: number, own: number) =>
    `Wrote ${path} with ${units} units${own === 0 ? '' : `, of which ${own} were numbered since no file gives their codes`}. Then: cchc sync`,
  unreadColumn: ({ head, places, meaning, like }: UnreadColumn) => {
    const why = like === null ? 'by its cells' : `like “${like}”`
    const held = meaning === null ? 'nothing tells what it holds' : `may hold ${meaning}, ${why}`
    return `${places.slice(0, 3).join(', ')}${places.length > 3 ? ', …' : ''}: the column “${head}” is not understood; ${held}`
  },
  unreadColumns: (path: string) =>
    `Columns that are not understood are not read. Where one is needed, name it in ${path} under columns: its lines are ready there.`,
  initDone: (path: string) =>
    `Wrote ${path}. Fill in the portals, export the secrets that it names, then: cchc sources check`,
  more: (shown: number) => `Only the first ${shown}; ask for more with --limit.`,
  moreNotes: (count: number, run: string) => `… and ${count} more: cchc runs show ${run}`,
  stale: 'Something is stale: cchc sync reads it, cchc runs says what went wrong before.',
  refused: 'Records were refused: cchc quarantine says why.',
  waiting: (gate: { source: string; since: string; shownAsOf: string; reasons: string }) =>
    `${gate.source}: newer data wait at the gate since ${gate.since}: ${gate.reasons}. Figures are those of ${gate.shownAsOf}. Look at the portal; if it is right: cchc sync ${gate.source} --accept`,
  checking: (source: string) => `${source}: reaching it …`,
  dryRun: 'Nothing was written: this is what a sync would do now.',
  stopping: 'Stopping; press Ctrl-C again to stop at once.',
  stoppedAtOnce: 'Stopped at once; what was committed stays.',
  resumes: 'What was committed stays; the same command goes on from there.',
  metricsAt: (url: string) => `Metrics for Prometheus at ${url}`,
  serving: (url: string) => `Serving on ${url}  (documentation: ${url}/docs; stop with Ctrl-C)`,
  served: 'The gateway has ended.',
  gone: ({ source, stream, missing }: { source: string; stream: string; missing: number }) =>
    `${source} ${stream}: ${missing} stored dossiers are no longer at the portal; they still count. If they are really gone there: cchc sync ${source} --accept-removals`,
  finding: 'Attention',
  missing: 'Not complete',
  statedDays: (place: string, units: string, days: string) => `${place} states ${units}: ${days}`,
  missingFix:
    'Read the sources (cchc sync; an earlier `since` needs --full), or ask with --partial for what is known.',
}

const progress = {
  reading: (name: string) => `${name}: reading`,
  done: (name: string, facts: string) => `${name}: done, ${facts}`,
  stopped: (name: string, facts: string) => `${name}: stopped after ${facts}`,
  at: (name: string, facts: string) => `${name}: ${facts}`,
  records: (count: string) => `${count} records`,
  of: (count: string, total: string) => `${count} of ${total}`,
  rate: (count: string) => `${count}/s`,
  left: (time: string) => `${time} left`,
}

/** Messages in English; its type is what every translation must fill. */
export const en = {
  help,
  failure,
  columns,
  words,
  notes,
  check: checkEn,
  progress,
  connector: connectorEn,
  entered: enteredEn,
  period: periodEn,
  due: dueEn,
  schedules: schedulesEn,
  service: serviceEn,
  store: storeEn,
  exporting: exportEn,
  keys: keysEn,
  audit: auditEn,
  doctor: doctorEn,
  alerts: alertsEn,
  succession: successionEn,
}

export type Messages = typeof en
