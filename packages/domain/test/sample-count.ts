import type { DossierCount } from '../src/index.ts'

/** What a source states of a unit for January 2026: five resolved dossiers, unless told otherwise. */
export function statedCount(facts: Partial<DossierCount> = {}): DossierCount {
  return {
    organisationCode: 'H99.03',
    fieldCode: null,
    procedureCode: null,
    from: '2026-01-01',
    to: '2026-01-31',
    rule: 'tt01-2020',
    counts: { resolvedTotal: 5 },
    document: null,
    place: null,
    statedOn: null,
    ...facts,
  }
}
