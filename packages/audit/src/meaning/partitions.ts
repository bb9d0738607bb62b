import type { OutlineRow } from './outline.ts'
import { unitKind } from './unit-kind.ts'

/** Parts of a total that exclude each other by what they are called. */
export interface Partition {
  readonly total: OutlineRow
  readonly parts: readonly OutlineRow[]
  /** Whether the parts leave nothing out; `nearly` = hardly anything. */
  readonly complete: boolean
  readonly nearly: boolean
  readonly mayOverlap: boolean
  /** Other ways to add up the parts that are sensible: `đúng hạn` may hold what was done early. */
  readonly readings: readonly (readonly OutlineRow[])[]
}

interface Family {
  /** What the total must count. */
  readonly of: RegExp
  readonly members: Readonly<Record<string, RegExp>>
  /** The members that make the total together, in every way that forms do it. */
  readonly whole: readonly (readonly string[])[]
  /** What may belong to two of the members at once. */
  readonly mayOverlap?: RegExp
  /** Members that make it together unless there is something that the form does not print. */
  readonly nearly?: readonly (readonly string[])[]
}

/** `trước và đúng hạn`, `trước hạn, đúng hạn`. */
export const EARLY_AND_ON_TIME =
  /\b(truoc( han)?( va| hoac)? dung|dung( han)?( va| hoac)? truoc) han\b/

const TIMELY = {
  bothTimely: EARLY_AND_ON_TIME,
  early: /(?<!\bdung( han)?( va| hoac)? )\btruoc han\b(?!( va| hoac)? dung)/,
  onTime: /(?<!\btruoc( han)?( va| hoac)? )\bdung han\b(?!( va| hoac)? truoc)/,
  late: /\b(qua|tre|cham) han\b|\bcham muon\b/,
}

const ONE_WORD = { commune: /^(so )?xa$/, ward: /^(so )?phuong$/, town: /^(so )?thi tran$/ }

const FAMILIES: readonly Family[] = [
  {
    of: /./,
    members: {
      province: /\bcap tinh\b/,
      district: /\bcap huyen\b/,
      commune: /\bcap xa\b/,
    },
    whole: [['province', 'district', 'commune']],
    nearly: [
      ['province', 'commune'],
      ['district', 'commune'],
    ],
    mayOverlap: /\b(tthc|dvc|dvctt|quy trinh)\b/,
  },
  {
    of: /dvsncl/,
    members: {
      province: /\b(thuoc|truc thuoc) ubnd (cap )?tinh$/,
      department: /\b(thuoc|truc thuoc) (cac )?so nganh\b/,
      district: /\b(thuoc|truc thuoc) ubnd cap huyen\b/,
      commune: /\b(thuoc|truc thuoc) ubnd cap xa\b/,
    },
    whole: [
      ['province', 'department', 'district'],
      ['province', 'department', 'commune'],
      ['province', 'department', 'district', 'commune'],
    ],
  },
  {
    of: /\b(giai quyet|xu ly)\b(?!.*\bdang\b)/,
    members: TIMELY,
    whole: [
      ['early', 'onTime', 'late'],
      ['onTime', 'late'],
      ['bothTimely', 'late'],
    ],
  },
  {
    of: /\b(nhiem vu|y kien chi dao|giao)\b/,
    members: {
      early: /\bhoan thanh\b.*\btruoc han\b|^(da )?hoan thanh truoc\b/,
      onTime: /\bhoan thanh\b.*\bdung han\b/,
      late: /\bhoan thanh\b.*\b(qua|tre|cham) han\b/,
      going: /\b(dang|chua) (thuc hien|trien khai|hoan thanh)\b/,
      done: /\bhoan thanh$/,
    },
    whole: [
      ['onTime', 'late', 'going'],
      ['early', 'onTime', 'late', 'going'],
    ],
  },
  {
    of: /\bdang (giai quyet|xu ly)\b/,
    members: { within: /\b(trong han|chua den han)\b/, late: /\b(qua|tre) han\b/ },
    whole: [['within', 'late']],
  },
  {
    of: /\b(tiep nhan|nhan giai quyet|phai giai quyet)\b/,
    members: {
      carried: /\bky truoc\b/,
      online: /(?<!thanh toan )\btruc tuyen\b(?!.*truc tiep)/,
      direct: /\btruc tiep\b(?!.*(truc tuyen|bcci|buu chinh))/,
      post: /^(?!.*truc t).*\b(bcci|buu chinh)\b/,
      directAndPost: /\btruc tiep\b.*\b(bcci|buu chinh)\b/,
    },
    whole: [
      ['carried', 'online', 'direct', 'post'],
      ['carried', 'online', 'directAndPost'],
    ],
    nearly: [
      ['online', 'direct', 'post'],
      ['online', 'directAndPost'],
      ['online', 'direct'],
      ['carried', 'online', 'direct'],
    ],
  },
  {
    of: /\b(tiep nhan|nhan giai quyet|phai giai quyet)\b/,
    members: { carried: /\bky truoc\b/, fresh: /\b(trong ky|moi tiep nhan|tiep nhan moi)\b/ },
    whole: [['carried', 'fresh']],
  },
  {
    of: /\b(cap xa|hanh chinh)\b/,
    members: { ...ONE_WORD, zone: /^(so )?dac khu$/ },
    whole: [
      ['commune', 'ward', 'zone'],
      ['commune', 'ward', 'town'],
    ],
  },
]

/** The parts of a total, below it or in the rows that follow it, when their names say that they exclude each other. */
export function partitionOf(total: OutlineRow, rows: readonly OutlineRow[]): Partition | undefined {
  if (total.rate) return undefined
  const below = total.children.filter((row) => isPart(row, total))
  const beside = below.length === 0 && isWhole(total) ? following(total, rows) : []
  const about = `${total.key} ${total.parent?.key ?? ''}`
  const found = FAMILIES.filter(({ of }) => of.test(about)).flatMap((family) => {
    const members = membersOf(below.length > 0 ? below : leading(beside, family), family)
    return members
      ? [{ total, mayOverlap: family.mayOverlap?.test(about) ?? false, ...members }]
      : []
  })
  return found.find(({ mayOverlap, parts }) => !mayOverlap || parts.length >= below.length)
}

/** A figure in the unit column says nothing of what the row counts: it stays a part. */
function isPart(row: OutlineRow, total: OutlineRow): boolean {
  if (row.rate) return false
  const sameUnit = row.unit.trim().toLowerCase() === total.unit.trim().toLowerCase()
  return sameUnit || unitKind(row.unit) === 'figure'
}

function isWhole({ key, parent }: OutlineRow): boolean {
  return /^tong( so| cong)?\b/.test(key) && parent?.key !== key
}

/** The rows right after a total that count the same things and are no totals themselves. */
function following(total: OutlineRow, rows: readonly OutlineRow[]): readonly OutlineRow[] {
  const parts: OutlineRow[] = []
  for (const row of rows.slice(total.index + 1)) {
    if (row.parent !== total.parent || row.scope !== total.scope) break
    if (!isPart(row, total) || isWhole(row) || row.children.length > 0) break
    parts.push(row)
  }
  return parts
}

/** The rows up to the first one that is none of the family. */
function leading(rows: readonly OutlineRow[], { members }: Family): readonly OutlineRow[] {
  const end = rows.findIndex((row) => namesOf(row, members).length !== 1)
  return end === -1 ? rows : rows.slice(0, end)
}

function namesOf({ key }: OutlineRow, members: Family['members']): readonly string[] {
  return Object.keys(members).filter((name) => members[name]?.test(key))
}

function membersOf(
  candidates: readonly OutlineRow[],
  { members, whole, nearly = [] }: Family,
): Omit<Partition, 'total' | 'mayOverlap'> | undefined {
  const named = candidates.flatMap((row) => {
    const [name = '', ...others] = namesOf(row, members)
    return name === '' || others.length > 0 ? [] : [[name, row] as const]
  })
  const byName = new Map(named)
  if (named.length < 2 || byName.size < named.length) return undefined
  const present = (names: readonly string[]) => names.every((name) => byName.has(name))
  const isAll = (names: readonly string[]) => present(names) && names.length === candidates.length
  return {
    parts: named.map(([, row]) => row),
    complete: whole.some(isAll),
    nearly: nearly.some(isAll),
    readings: [...whole, ...nearly]
      .filter(present)
      .map((names) => names.flatMap((name) => byName.get(name) ?? [])),
  }
}
