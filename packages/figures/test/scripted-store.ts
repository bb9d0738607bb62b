import {
  type Dossier,
  type DossierCount,
  dayNumber,
  type Field,
  NotFoundError,
  type Organisation,
  type PaymentCount,
  type PetitionCount,
  type PortalFigure,
  type Procedure,
  say,
  startOfDay,
} from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import type { RecordQuery, Store, StoredRecord, StreamState } from '@cchc/store'
import { countLedger } from '@cchc/store/testing'

/** Of the source `one-stop` unless told otherwise. */
type ScriptedDossier = Dossier & { readonly source?: string }

/** What a scripted store holds; everything comes from the source `one-stop` unless told otherwise. */
export interface Script {
  readonly dossiers?: readonly ScriptedDossier[]
  readonly organisations?: readonly Organisation[]
  readonly fields?: readonly Field[]
  readonly procedures?: readonly { readonly source: string; readonly value: Procedure }[]
  readonly figures?: readonly PortalFigure[]
  /** Where the figures come from; `national` unless told otherwise. */
  readonly figureSource?: string
  /** When they became known, epoch ms; 0 unless told otherwise. */
  readonly figuresKnownFrom?: number
  readonly streams?: readonly StreamState[]
  /** Sources that hold a part of others' dossiers. */
  readonly beside?: readonly string[]
  /** What sources state instead of dossiers; of the source `sheets` unless told otherwise, the later ones newer. */
  readonly counts?: readonly (DossierCount & { readonly source?: string })[]
  /** Of the source `national` unless told otherwise, the later ones newer. */
  readonly petitions?: readonly (PetitionCount & { readonly source?: string })[]
  readonly payments?: readonly (PaymentCount & { readonly source?: string })[]
}

const SOURCE = 'one-stop'

const STREAMS = ['dossiers', 'procedures'].map((stream) => {
  return { source: SOURCE, stream, completedAt: noon('2022-12-19') }
})

/** A stream that was read from its beginning, if it ever was read whole. */
function readWhole({ source, stream, completedAt }: (typeof STREAMS)[number] | StreamState) {
  const entity = stream === 'procedures' ? ('procedure' as const) : ('dossier' as const)
  const covered =
    completedAt === null ? null : { entity, from: null, openBefore: true, to: noon('2022-12-19') }
  return { source, stream, completedAt, covered, entity }
}

function besideOthers(source: string) {
  return {
    ...readWhole({ source, stream: 'dossiers', completedAt: noon('2022-12-19') }),
    beside: 'Bộ Tư pháp',
  }
}

/** The reading half of a store, over arrays. */
export function scriptedStore(script: Script): Store {
  const records = {
    organisation: (script.organisations ?? []).map((value) => record(SOURCE, value)),
    field: (script.fields ?? []).map((value) => record(SOURCE, value)),
    procedure: (script.procedures ?? []).map(({ source, value }) => record(source, value)),
    'portal-figure': (script.figures ?? []).map((value) => ({
      ...record(script.figureSource ?? 'national', value),
      knownFrom: script.figuresKnownFrom ?? 0,
    })),
    'dossier-count': stated(script.counts ?? [], 'sheets'),
    'petition-count': stated(script.petitions ?? [], 'national'),
    'payment-count': stated(script.payments ?? [], 'national'),
  }
  const dossiersOf = (sources: readonly string[] | undefined) =>
    (script.dossiers ?? []).filter(({ source = SOURCE }) => sources?.includes(source) ?? true)
  const store: Pick<
    Store,
    'ledger' | 'scanDossiers' | 'listRecords' | 'listCompletions' | 'listRuns' | 'getRun'
  > = {
    ledger: async (query) => countLedger(all(dossiersOf(query.sources)), query),
    async *scanDossiers(query) {
      const wanted = dossiersOf(query.sources).filter(
        ({ organisationCode }) => query.organisations?.includes(organisationCode) ?? true,
      )
      yield wanted.map((one) => ({ source: SOURCE, ...one, runId: 'run', knownFrom: 0 }))
    },
    listRecords: async <T>(entity: keyof typeof records, query: RecordQuery = {}) =>
      (records[entity] as readonly StoredRecord[]).filter(
        ({ source, value }) =>
          (query.sources?.includes(source) ?? true) &&
          Object.entries(query.where ?? {}).every(([name, texts]) =>
            [texts].flat().includes(Object(value)[name]),
          ) &&
          (query.within === undefined || isWithinDays(Object(value), query.within)),
      ) as StoredRecord<T>[],
    listCompletions: async () => [
      ...(script.streams ?? STREAMS).map(readWhole),
      ...(script.beside ?? []).map((source) => besideOthers(source)),
    ],
    listRuns: async () => ({ items: [], next: null }),
    async getRun(id) {
      throw new NotFoundError(say('no run is called {id}', { id }))
    },
  }
  return store as Store
}

function stated<T extends object>(
  counts: readonly (T & { readonly source?: string })[],
  otherwise: string,
) {
  return counts.map(({ source = otherwise, ...value }, index) => {
    const knownFrom = noon('2023-01-01') + index
    return { ...record(source, value), runId: `run ${source}`, knownFrom }
  })
}

type DayTexts = { readonly from: string; readonly to: string }

function isWithinDays(value: DayTexts, { from, to }: DayTexts): boolean {
  return value.from >= from && value.to <= to
}

function record<T>(source: string, value: T): StoredRecord<T> {
  return { source, stream: 's', entity: 'e', key: 'k', value, runId: 'run', knownFrom: 0 }
}

async function* all(dossiers: readonly ScriptedDossier[]) {
  yield dossiers.map((dossier) => ({ source: SOURCE, ...dossier }))
}

/** An organisation valid for ever. */
export function organisation(
  code: string,
  name: string,
  level: Organisation['level'],
): Organisation {
  return { code, name, level, parentCode: null, validFrom: null, validTo: null }
}

/** Noon of a day in Vietnam. */
export function noon(day: string): number {
  return startOfDay(dayNumber(day)) + 43_200_000
}

/** A finished dossier, unless told otherwise. */
export function dossier(facts: Partial<Dossier> & { readonly code: string }): Dossier {
  return sampleDossier({
    organisationCode: 'H16.05',
    channel: 'direct',
    status: 'finished',
    receivedAt: noon('2022-03-01'),
    dueAt: noon('2022-03-10'),
    finishedAt: noon('2022-03-09'),
    ...facts,
  })
}

/** A procedure in force of which nothing else is stated. */
export function procedure(facts: Partial<Procedure> & { readonly code: string }): Procedure {
  return {
    variantOf: null,
    name: `Thủ tục ${facts.code}`,
    fieldCode: null,
    fieldName: null,
    levels: [],
    services: null,
    interlinked: null,
    fees: null,
    onlinePayment: null,
    publishedNationally: null,
    inForce: true,
    ...facts,
  }
}
