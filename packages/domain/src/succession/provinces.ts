import { z } from 'zod'
import { OrganisationCode } from '../organisation.ts'
import { Day } from '../time.ts'
import { folded } from '../vietnamese/folded.ts'
import table from './provinces.json' with { type: 'json' }
import type { Succession } from './succession.ts'

/** A province as it was on 30/6/2025; `verified` = its code was seen in use, others are from memory of QĐ 20/2020/QĐ-TTg. */
const FormerProvince = z.object({
  name: z.string().min(1),
  code: OrganisationCode,
  verified: z.boolean(),
})

/**
 * One of the 34 provinces since 01/7/2025: its area code (QĐ 19/2025/QĐ-TTg) and the provinces that it was made of, that
 * whose seat and code go on first.
 */
const Province = z.object({
  areaCode: z.string().regex(/^\d\d$/),
  name: z.string().min(1),
  formerly: z.array(FormerProvince).min(1),
})
export type Province = z.output<typeof Province>

const Provinces = z.object({ date: Day, legalBasis: z.string(), provinces: z.array(Province) })
const read = Provinces.parse(table)

/** The 34 provinces since 01/7/2025 (NQ 202/2025/QH15), in the order of their area codes. */
export const PROVINCES: readonly Province[] = read.provinces

/** The province of a name, `Lâm Đồng` or `tỉnh Đắk Nông`; that which it became part of for a name of before. */
export function findProvince(name: string): Province | undefined {
  const plain = plainName(name)
  const isCalled = (one: { readonly name: string }) => plainName(one.name) === plain
  return PROVINCES.find(isCalled) ?? PROVINCES.find(({ formerly }) => formerly.some(isCalled))
}

function plainName(name: string): string {
  return folded(name)
    .replace(/^(tinh|thanh pho|tp\.?)\s+/, '')
    .replace(/\s*-\s*/g, ' ')
}

/** What became of the provinces that one was made of, and whether all of their codes are certain; undefined for one that went on alone. */
export function provinceSuccession({
  formerly,
}: Province): { readonly succession: Succession; readonly certain: boolean } | undefined {
  const [own] = formerly
  if (!own || formerly.length === 1) return undefined
  const { date, legalBasis } = read
  const from = formerly.map(({ code }) => code)
  return {
    succession: { date, kind: 'merged', from, to: [own.code], legalBasis },
    certain: formerly.every(({ verified }) => verified),
  }
}
