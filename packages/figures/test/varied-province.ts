import { type Dossier, DossierStatus, type PortalFigure } from '@cchc/domain'
import { dossier, noon, procedure, type Script } from './scripted-store.ts'
import { smallProvince } from './small-province.ts'

const UNITS = ['H16', 'H16.05', 'H16.05.01', 'H16.06', 'H16.31', 'H16.31.22', 'H17.01'] as const
const PROCEDURES = ['1.000000', '1.000001', '1.000002', '9.999999'] as const
const FIELDS = ['G00-F', 'G01-F', null, 'G09-F'] as const
const CHANNELS = ['online', 'direct', 'postal', null] as const
const LEVELS = ['information', 'partial', 'full', null] as const

const DAY = 86_400_000

/** Strides without a common factor, so that facts do not go together. */
function varied(index: number): Dossier {
  const received = noon('2021-10-01') + ((index * 37) % 480) * DAY
  const status = DossierStatus.options[(index * 7) % DossierStatus.options.length] ?? 'finished'
  const open = index % 5 === 0
  return dossier({
    code: `V-${index}`,
    organisationCode: UNITS[(index * 3) % UNITS.length] ?? 'H16.05',
    procedureCode: PROCEDURES[(index * 5) % PROCEDURES.length] ?? '1.000000',
    fieldCode: FIELDS[Math.floor(index / 3) % FIELDS.length] ?? null,
    channel: CHANNELS[Math.floor(index / 7) % CHANNELS.length] ?? null,
    serviceLevel: LEVELS[Math.floor(index / 11) % LEVELS.length] ?? null,
    status,
    receivedAt: received,
    dueAt: index % 6 === 0 ? null : received + ((index * 11) % 40) * DAY,
    finishedAt: open ? null : received + ((index * 13) % 50) * DAY,
    pauses: index % 8 === 0 ? [{ from: received + DAY, to: received + 3 * DAY }] : [],
  })
}

const service = (level: 'partial' | 'full') => ({
  organisationCode: 'H16.05',
  level,
  levelReceived: '4',
})

const portal = (measure: string, value: number | null): PortalFigure => ({
  organisationCode: 'H16',
  organisationName: 'UBND tỉnh Đắk Nông',
  from: '2022-01-01',
  to: '2022-12-31',
  measure,
  value,
  quality: null,
  provisional: true,
})

const PROVINCE = {
  organisationCode: 'H16',
  organisations: 'with_all_below',
  provisional: false,
} as const

/** Half a year by half a year, and the days from the 15th to the 14th that a year of reports has. */
const HALVES = [
  { from: '2021-12-15', to: '2022-06-14' },
  { from: '2022-06-15', to: '2022-12-14' },
]

/** Of everything that figures ask for there is some: every level, channel, state and fact, and what nobody states. */
export const variedProvince: Script = {
  ...smallProvince,
  dossiers: Array.from({ length: 900 }, (_, index) => varied(index)),
  procedures: [
    {
      source: 'one-stop',
      value: procedure({
        code: '1.000000',
        fieldCode: 'G00-F',
        levels: ['department', 'commune'],
        services: [service('partial'), service('full')],
        interlinked: 'same_level',
        fees: [{ kind: 'fee', amount: 5000 }],
        onlinePayment: true,
        publishedNationally: true,
      }),
    },
    {
      source: 'one-stop',
      value: procedure({
        code: '1.000001',
        fieldCode: 'G01-F',
        levels: ['district'],
        services: [service('full')],
        interlinked: 'cross_level',
        fees: [],
        onlinePayment: false,
        publishedNationally: false,
      }),
    },
    {
      source: 'national',
      value: procedure({ code: '1.000001', levels: ['district', 'commune'], fieldName: 'Đất đai' }),
    },
    { source: 'national', value: procedure({ code: '1.000002', levels: ['commune'] }) },
    { source: 'national', value: procedure({ code: '1.000003' }) },
    { source: 'national', value: procedure({ code: '1.000004', variantOf: 'H48' }) },
  ],
  petitions: HALVES.flatMap((days, index) => [
    {
      ...days,
      ...PROVINCE,
      about: 'all' as const,
      counts: { received: index + 5, onTime: index + 2 },
    },
    {
      ...days,
      ...PROVINCE,
      about: 'regulations' as const,
      counts: { answered: index, inProcess: 40 - index },
    },
  ]),
  payments: HALVES.map((days, index) => ({
    ...days,
    ...PROVINCE,
    counts: { due: index + 10, paidOnline: index + 3, amountOnline: (index + 3) * 50_000 },
  })),
  figures: [
    portal('provide-online-tree.partialCount', 2),
    portal('provide-online-tree.fullCount', 1),
  ],
}
