import type { Claim } from './claims.ts'
import type { Side } from './side.ts'

/** One command that may be started while any other runs. */
export interface PairedCommand {
  words(side: Side): readonly string[]
  /** How it may end beside 0; 1 = another writer was there first, 2 = another had done it already. */
  readonly codes: readonly number[]
  /** What is there for certain when it ended with 0 or 3. */
  readonly claim?: Claim
}

const OF = ['--org', 'H99', '--period'] as const
const BY = ({ name }: Side) => ['--by', name] as const

/** What every place of pairs has: made before the two are started. */
export const FILES = {
  archive: 'before.cchc',
  report: 'r/tt01-06a_H99_2022-Q1.csv',
  entries: 'entries.csv',
}

export const PAIRED_COMMANDS = {
  sync: { words: () => ['sync', '--full', '--format', 'json'], codes: [1, 3], claim: 'runs' },
  'dry-run': { words: () => ['sync', 'one-stop', '--dry-run'], codes: [1, 3] },
  stats: {
    words: () => ['stats', 'dossiers', ...OF, '2022', '--format', 'json'],
    codes: [],
    claim: 'figures',
  },
  report: {
    words: ({ folder, name }) => [
      'report',
      'tt01-06a',
      ...OF,
      '2022-Q2',
      '--format',
      'csv',
      '-o',
      `${folder}/${name}`,
    ],
    codes: [],
    claim: 'report',
  },
  check: {
    words: () => ['check', FILES.report, '--against', 'H99', '--period', '2022-Q1'],
    codes: [3],
  },
  close: {
    words: (side) => ['period', 'close', '2022-Q2', '--org', 'H99', '--note', 'Chốt', ...BY(side)],
    codes: [1, 2],
    claim: 'close',
  },
  reopen: {
    words: (side) => [
      'period',
      'reopen',
      '2022-Q1',
      '--org',
      'H99',
      '--reason',
      'Đếm lại',
      ...BY(side),
    ],
    codes: [1, 2],
    claim: 'reopen',
  },
  import: {
    words: (side) => [
      'indicators',
      'import',
      FILES.entries,
      ...OF,
      '2022-H1',
      '--replace',
      '--reason',
      'Đếm lại',
      ...BY(side),
    ],
    codes: [2],
    claim: 'entered',
  },
  undo: {
    words: (side) => ['indicators', 'undo', '1', ...OF, '2022-H1', '--reason', 'Nhầm', ...BY(side)],
    codes: [1, 2],
    claim: 'undone',
  },
  retry: { words: () => ['quarantine', 'retry', '--format', 'json'], codes: [1, 3], claim: 'runs' },
  dismiss: {
    words: (side) => ['quarantine', 'dismiss', '1', '--reason', 'Hồ sơ thử nghiệm', ...BY(side)],
    codes: [2],
    claim: 'dismissed',
  },
  backup: {
    words: ({ folder, name }) => ['backup', `${folder}/${name}.cchc`],
    codes: [],
    claim: 'archive',
  },
  restore: {
    words: () => ['restore', FILES.archive, '--overwrite'],
    codes: [1],
    claim: 'restored',
  },
  move: {
    words: ({ name }) => ['store', 'move', '--to', `$\{env:STORE_${name}}`],
    codes: [1],
    claim: 'moved',
  },
  doctor: { words: () => ['doctor'], codes: [3] },
  try: { words: () => ['connector', 'try', 'one-stop'], codes: [3] },
} as const satisfies Readonly<Record<string, PairedCommand>>
export type PairedName = keyof typeof PAIRED_COMMANDS

/** Every pair of commands once, each with itself too. */
export function allPairs(): readonly (readonly [PairedName, PairedName])[] {
  const names = Object.keys(PAIRED_COMMANDS) as PairedName[]
  return names.flatMap((first, at) => names.slice(at).map((second) => [first, second] as const))
}
