import type { FilledReport } from '@cchc/domain'

/** What a report's appendices are called: numbered in Roman only where there are several (NĐ 30/2020/NĐ-CP). */
export function appendixNames({
  letter,
  provenance,
}: FilledReport): readonly [figures: string, sources?: string] {
  const several = letter?.sourcesAnnex === true && provenance !== null
  return several ? ['Phụ lục I', 'Phụ lục II'] : ['Phụ lục']
}
