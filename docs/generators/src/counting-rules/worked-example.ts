import { type CountedDossier, type Instant, instantText, vietnamInstant } from '@cchc/domain'

/** A dossier of the example with a letter to speak of it by. */
export interface ExampleDossier extends CountedDossier {
  readonly letter: string
  readonly story: string
}

/** The period of the example, both days included. */
export const EXAMPLE_PERIOD = { from: '2023-01-01', to: '2023-01-31' } as const

const at = (day: number, hour: number = 8, minute: number = 0): Instant =>
  vietnamInstant({ year: 2023, month: 1, day, hour, minute })

const BASE: Omit<ExampleDossier, 'letter' | 'story' | 'receivedAt' | 'dueAt'> = {
  channel: 'direct',
  status: 'finished',
  finishedAt: null,
  returnedAt: null,
  pauses: [],
}

/** Nine dossiers on which the rules disagree. */
export const EXAMPLE_DOSSIERS: readonly ExampleDossier[] = [
  {
    ...BASE,
    letter: 'A',
    story: 'finished a day early, collected after its due day',
    receivedAt: vietnamInstant({ year: 2022, month: 12, day: 20, hour: 9 }),
    dueAt: at(5, 17),
    finishedAt: at(4, 15),
    returnedAt: at(10, 9),
  },
  {
    ...BASE,
    letter: 'B',
    story: 'finished on its due day, after the due hour',
    channel: 'online',
    serviceLevel: 'full',
    receivedAt: at(3),
    dueAt: at(10, 17),
    finishedAt: at(10, 18, 30),
  },
  {
    ...BASE,
    letter: 'C',
    story: 'waited five days for a supplement, finished four days after its due day',
    receivedAt: at(4),
    dueAt: at(12, 17),
    finishedAt: at(16, 10),
    pauses: [{ from: at(6, 9), to: at(11, 9) }],
  },
  {
    ...BASE,
    letter: 'D',
    story: 'asked for supplements twice, finished a day early',
    channel: 'postal',
    receivedAt: at(5),
    dueAt: at(20, 17),
    finishedAt: at(19, 10),
    pauses: [
      { from: at(9), to: at(10) },
      { from: at(12), to: at(13) },
    ],
  },
  {
    ...BASE,
    letter: 'E',
    story: 'withdrawn two days after its due day',
    status: 'withdrawn',
    receivedAt: at(4),
    dueAt: at(11, 17),
    finishedAt: at(13, 9),
  },
  {
    ...BASE,
    letter: 'F',
    story: 'in process on the evening of its due day, the last of the period',
    status: 'processing',
    receivedAt: at(16),
    dueAt: at(31, 17),
  },
  {
    ...BASE,
    letter: 'G',
    story: 'waiting for a supplement that was asked for after its due day',
    status: 'awaiting_supplement',
    channel: 'online',
    serviceLevel: 'partial',
    receivedAt: at(6),
    dueAt: at(18, 17),
    pauses: [{ from: at(23), to: null }],
  },
  {
    ...BASE,
    letter: 'H',
    story: 'refused at reception',
    status: 'refused_at_reception',
    receivedAt: at(9),
    dueAt: null,
  },
  {
    ...BASE,
    letter: 'I',
    story: 'stopped before its due day, no channel stated',
    status: 'stopped',
    channel: null,
    receivedAt: at(10),
    dueAt: at(27, 17),
    finishedAt: at(19, 16),
  },
]

/** A moment as the page writes it: day and minute in Asia/Ho_Chi_Minh. */
export function momentText(instant: Instant | null): string {
  return instant === null ? '' : instantText(instant).slice(0, 16).replace('T', ' ')
}
