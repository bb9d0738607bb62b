import type { SimulatedOrganisation, World } from '../world/world.ts'
import type { NationalFigures } from './figures.ts'
import {
  GROUP_MAXIMA,
  type GroupName,
  groupScore,
  METRIC_MAXIMA,
  metricCodes,
  metricScore,
  quotient,
  rounded,
} from './scores.ts'

type Row = Record<string, unknown>

export interface Period {
  readonly from: string
  readonly to: string
}

/** Looks like the ids of the portal (UUID version 7). */
export function departmentId(world: World, code: string): string {
  const position = world.organisations.findIndex((unit) => unit.code === code)
  return `019d2be3-7c00-7000-8000-${position.toString(16).padStart(12, '0')}`
}

/** One row of a group: type B carries its fields itself, type A a list of metrics. */
export function groupRow(
  world: World,
  group: GroupName,
  { unit, period, position }: { unit: SimulatedOrganisation; period: Period; position: number },
): Row {
  const figures = world.nationalFigures(unit.code, period.from, period.to)
  const score = groupScore(group, figures)
  const row = {
    ...identity(world, unit),
    stt: position,
    totalScore: score,
    totalMaxScore: GROUP_MAXIMA[group],
    ratio: rounded((score / GROUP_MAXIMA[group]) * 100),
    scoreDelta: null,
  }
  if (!group.endsWith('-tree')) return { ...row, metrics: metrics(group, figures) }
  const scoresOnly = group === 'provide-online-tree' && unit.level === 'commune'
  return scoresOnly ? row : { ...row, ...fields(group, figures) }
}

function identity(world: World, unit: SimulatedOrganisation): Row {
  return {
    departmentId: departmentId(world, unit.code),
    departmentName: unit.name,
    departmentCode: unit.code,
    departmentType: 'ADMINISTRATIVE_UNIT',
    departmentLevel: unit.level.toUpperCase(),
    childGroup: null,
    contactName: `CANARY contact of ${unit.code}`,
  }
}

function fields(group: GroupName, figures: NationalFigures): Row {
  const prefix = `${group}.`
  return Object.fromEntries(
    Object.entries(figures)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
}

function metrics(group: GroupName, figures: NationalFigures): Row[] {
  return metricCodes(group, figures).map((code) => {
    const numerator = figures[`${group}.${code}.numerator`] ?? null
    const denominator = figures[`${group}.${code}.denominator`] ?? null
    const share = quotient(numerator ?? 0, denominator ?? 0)
    return {
      code,
      name: code.toLowerCase().replaceAll('_', ' '),
      numerator,
      denominator,
      ratio: numerator === null ? null : rounded(share * 100),
      score: metricScore(code, share),
      maxScore: METRIC_MAXIMA[code] ?? 0,
      ...(code === 'DOSSIER_SYNC' ? dataQuality(denominator) : {}),
    }
  })
}

function dataQuality(denominator: number | null): Row {
  const known = denominator !== null
  return {
    dataQualityStatus: known ? 'TEMP_NATIONAL_REPORT_DENOMINATOR' : 'NO_NATIONAL_REPORT_DATA',
    dataQualityMessage: 'Chưa có số liệu từ Hệ thống thông tin báo cáo quốc gia',
  }
}

const GROUP_SCORES: Readonly<Record<string, GroupName>> = {
  CKMB: 'transparency',
  TDGQ: 'dvc-progress-tree',
  CLGQ: 'provide-online-tree',
  TTTT: 'formality-online-payment-tree',
  MDHL: 'handling-satisfaction',
  MDSH: 'dossier-digitized',
}

/** Rows of service-results: the world's province among 33 others, and a region that is no province. */
export function provinceRows(world: World, period: Period): Row[] {
  const root = world.organisations.find((unit) => unit.code === world.provinceCode)
  const figures = world.nationalFigures(world.provinceCode, period.from, period.to)
  const groupScores = Object.fromEntries(
    Object.entries(GROUP_SCORES).map(([name, group]) => [name, groupScore(group, figures)]),
  )
  const totalScore = rounded(Object.values(groupScores).reduce((sum, score) => sum + score, 0))
  const own = root ? [{ ...identity(world, root), totalScore, maxScore: 100, groupScores }] : []
  return [region(world), ...otherProvinces(world), ...own].map((row, index) => ({
    ...row,
    stt: index + 1,
  }))
}

function region(world: World): Row {
  return {
    departmentId: '019d2be3-7c00-7000-9000-000000000000',
    departmentName: 'Khu vực',
    departmentCode: world.provinceCode,
    childGroup: 'REGION',
    totalScore: null,
  }
}

function otherProvinces(world: World): Row[] {
  const codes = Array.from({ length: 34 }, (_, index) => `H${String(index + 1).padStart(2, '0')}`)
  const others = codes.filter((code) => code !== world.provinceCode).slice(0, 33)
  return others.map((code, index) => ({
    departmentId: `019d2be3-7c00-7000-a000-${String(index).padStart(12, '0')}`,
    departmentName: `UBND tỉnh ${code}`,
    departmentCode: code,
    departmentType: 'ADMINISTRATIVE_UNIT',
    departmentLevel: 'PROVINCE',
    childGroup: null,
    totalScore: null,
    maxScore: 100,
    groupScores: {},
  }))
}
