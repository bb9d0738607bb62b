import { z } from 'zod'
import { say } from './messages/say.ts'
import { Day } from './time.ts'

const NEW_FORM = /^[A-Z]\d{2}(\.\d{2,3}){0,4}$/
const OLD_FORM = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/

/**
 * Organisation code in the top-down form of QĐ 20/2020/QĐ-TTg (as amended by QĐ 09/2025/QĐ-TTg), e.g. `H48.53`:
 * the one form in which organisations are stored, counted and compared.
 */
export const OrganisationCode = z
  .string()
  .regex(NEW_FORM, say('not an organisation code such as H48.53').template)
export type OrganisationCode = z.output<typeof OrganisationCode>

/** Brings `000.00.53.H48` (QCVN 102:2016, bottom-up) or `H48.53` to the top-down form; undefined for anything else. */
export function normaliseOrganisationCode(code: string): OrganisationCode | undefined {
  const text = code.trim().toUpperCase()
  if (NEW_FORM.test(text)) return text
  if (!OLD_FORM.test(text)) return undefined
  const [province, ...groups] = text.split('.').reverse()
  while (groups.length > 0 && /^0+$/.test(groups.at(-1) ?? '')) groups.pop()
  return [province, ...groups].join('.')
}

/** Writes a code in the bottom-up form of QCVN 102:2016, `000.00.53.H48`; undefined where it has no such form. */
export function oldOrganisationCode(code: OrganisationCode): string | undefined {
  const [root, second = '00', third = '00', fourth = '000', ...rest] = code.split('.')
  if (rest.length > 0 || second.length !== 2 || third.length !== 2) return undefined
  return [fourth.padStart(3, '0'), third, second, root].join('.')
}

/** The code one level up, by the code's own structure; undefined for a province or ministry. */
export function parentOrganisationCode(code: OrganisationCode): OrganisationCode | undefined {
  const cut = code.lastIndexOf('.')
  return cut === -1 ? undefined : code.slice(0, cut)
}

/** Whether `code` is `root` or lies below it, by the segments of the code. */
export function isWithin(code: string, root: string | undefined): boolean {
  return root === undefined || code === root || code.startsWith(`${root}.`)
}

/** The last day on which there was a district level (NQ 202/2025/QH15). */
export const LAST_DISTRICT_DAY: Day = '2025-06-30'

/** Levels of Form II.06 and II.07b. `district` exists until `LAST_DISTRICT_DAY` only. */
export const OrganisationLevel = z.enum([
  'central',
  'province',
  'department',
  'district',
  'commune',
  'unit',
])
export type OrganisationLevel = z.output<typeof OrganisationLevel>

/** An organisation (cơ quan, đơn vị) that receives or resolves dossiers, with its days of validity (inclusive). */
export const Organisation = z.object({
  code: OrganisationCode,
  name: z.string().min(1).max(300),
  level: OrganisationLevel,
  parentCode: OrganisationCode.nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
})
export type Organisation = z.output<typeof Organisation>

const NAME_PATTERNS: readonly (readonly [RegExp, OrganisationLevel])[] = [
  [/^(UBND|Ủy ban nhân dân)\s+(tỉnh|thành phố trực thuộc)/iu, 'province'],
  [/^(UBND|Ủy ban nhân dân)\s+(xã|phường|thị trấn|đặc khu)/iu, 'commune'],
  [/^(UBND|Ủy ban nhân dân)\s+(huyện|quận|thị xã|thành phố)/iu, 'district'],
  [/^(Bộ|Chính phủ|Văn phòng Chính phủ)\s/iu, 'central'],
]

/**
 * The level that an organisation's code and Vietnamese name show. Portals do not state the level
 * (the field is unverified), so configuration may override it for names that say nothing.
 */
export function organisationLevel(code: OrganisationCode, name: string): OrganisationLevel {
  const byName = NAME_PATTERNS.find(([pattern]) => pattern.test(name.normalize('NFC')))
  if (byName) return byName[1]
  const depth = code.split('.').length
  if (depth === 1) return code.startsWith('H') ? 'province' : 'central'
  return depth === 2 ? 'department' : 'unit'
}
