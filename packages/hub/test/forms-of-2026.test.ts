import { type FilledReport, type FormPeriod, parsePeriod } from '@cchc/domain'
import { renderReport } from '@cchc/forms'
import { hubConfiguration, type ServedPortals, servePortals, twoLevelsWorld } from '@cchc/portals'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { type Hub, openHub } from '../src/index.ts'
import { configFolder } from './config-text.ts'
import { report, templates } from './questions.ts'

const world = twoLevelsWorld({ dossiers: 600 })
const PROVINCE = { org: 'H48', level: 'province', name: 'UBND tỉnh Quảng Ngãi' } as const
const DEPARTMENT = { org: 'H48.03', level: 'department', name: 'Sở Tư pháp' } as const
const COMMUNE = { org: 'H48.202', level: 'commune', name: 'UBND xã Đăk Hà' } as const
const MAKERS = [PROVINCE, DEPARTMENT, COMMUNE]
/** One that was there before the merger. */
const OLDER_COMMUNE = { ...COMMUNE, org: 'H48.102' } as const
type Maker = (typeof MAKERS)[number] | typeof OLDER_COMMUNE

const PERIODS: Readonly<Partial<Record<FormPeriod, string>>> = {
  week: '2026-W48',
  month: '2026-M11',
  quarter: '2026-Q4',
  year: '2026',
}

let portals: ServedPortals
let hub: Hub
beforeAll(async () => {
  portals = await servePortals({ world })
  const text = hubConfiguration(portals, { world, oneStop: 'opencps', hasMinistry: false })
  const { openCps, former, national } = portals
  hub = await openHub({
    cwd: configFolder({ 'cchc.config.yaml': text }),
    now: () => world.now,
    env: {
      OPENCPS_PASSWORD: openCps.password,
      FORMER_PASSWORD: former.password,
      DVC_PASSWORD: national.password,
    },
  })
  await hub.act(sync, {})
})
afterAll(async () => {
  await hub.close()
  await portals.close()
})

/** Forms that a maker makes for a kind of period, where the listing says so; those of no stated period once a quarter and a year. */
async function formsOf({ level }: Maker, kind: FormPeriod) {
  const { to } = parsePeriod(PERIODS[kind] ?? '')
  const { items } = await hub.ask(templates, {})
  const made = items.filter(({ levels, periods = ['quarter', 'year'], inForce }) => {
    const isOver = inForce?.to && inForce.to.day < to
    const isMade = levels === undefined || levels.includes(level)
    return isMade && periods.includes(kind) && !isOver
  })
  return made.map(({ id }) => id)
}

describe.each(MAKERS)('$name in 2026', (maker) => {
  const own = `${maker.level}-2025`

  test.each([
    ['week', ['07a-btp-weekly']],
    ['month', ['07a-btp']],
    ['quarter', ['07a-btp', own]],
    ['year', ['07a-btp', own]],
  ] as const)(
    'makes the forms of a %s, for whom they are, in its own name',
    async (kind, forms) => {
      expect((await formsOf(maker, kind)).toSorted()).toEqual([...forms].toSorted())
      for (const template of forms) {
        const filled = await hub.ask(report, {
          template,
          org: maker.org,
          period: PERIODS[kind] ?? '',
        })
        expect(filled.head).toMatchObject({ agency: maker.name, province: 'Quảng Ngãi' })
        expect([template, filled.recipient]).toEqual([template, recipientOf(maker, template)])
        expect(filled.provenance?.missing ?? []).toEqual([])
        expect(filled.provenance?.cautions).toEqual(
          expect.arrayContaining([expect.stringContaining('chưa đối chiếu')]),
        )
        expect(letterOf(filled)).not.toMatch(/huyện|Kon Tum|undefined|null|NaN/)
        expect((await renderReport(filled, 'docx')).length).toBeGreaterThan(5000)
      }
    },
  )
})

function recipientOf({ level, org }: Maker, template: string): string {
  if (org === 'H48') return template === 'province-2025' ? 'Bộ Nội vụ' : 'Bộ Tư pháp'
  const isOfHomeAffairs = level === 'department' && template === 'department-2025'
  return isOfHomeAffairs ? 'Sở Nội vụ' : 'UBND tỉnh Quảng Ngãi'
}

/** The words of the letter, without its appendix. */
function letterOf({ subject = '', narrative = [], letter, head }: FilledReport): string {
  const sections = narrative.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
  return [head.agency, subject, ...sections, JSON.stringify(letter ?? {})].join('\n')
}

/** Where no other form is known. */
const NOTHING_KNOWN = ''

const WRONG_DAYS: readonly (readonly [
  form: string,
  maker: Maker,
  period: string,
  instead: string,
])[] = [
  ['07a-btp', PROVINCE, '2026-Q2', 'tt01-06a'],
  ['07a-btp-weekly', COMMUNE, '2026-W20', 'tt01-06a'],
  ['bnv-581-province', PROVINCE, '2026', 'province-2025'],
  ['bnv-581-department', DEPARTMENT, '2026-Q4', 'department-2025'],
  ['snv-188-department', DEPARTMENT, '2026', 'department-2025'],
  ['province-2025', PROVINCE, '2025-Q2', 'bnv-581-province'],
  ['department-2025', DEPARTMENT, '2025-Q2', 'bnv-581-department, snv-188-department'],
  ['tt01-06a', PROVINCE, '2026-Q4', '07a-btp, 07a-btp-weekly'],
  ['tt01-06a', OLDER_COMMUNE, '2020-Q3', NOTHING_KNOWN],
  ['tt01-07b', PROVINCE, '2026-Q4', NOTHING_KNOWN],
  ['commune-2025', OLDER_COMMUNE, '2025-Q2', NOTHING_KNOWN],
]

test('every form is asked for a day on which it is not in force', async () => {
  const { items } = await hub.ask(templates, {})
  const asked = new Set(WRONG_DAYS.map(([form]) => form))
  expect([...asked].toSorted()).toEqual(items.map(({ id }) => id).toSorted())
})

test.each(WRONG_DAYS)('%s on a wrong day is refused, with what to use', async (...asked) => {
  const [template, { org }, period, instead] = asked
  const fix = instead === NOTHING_KNOWN ? /^Use what is in force on / : `Use ${instead} instead`
  await expect(hub.ask(report, { template, org, period })).rejects.toMatchObject({
    code: 'usage_invalid',
    fix: typeof fix === 'string' ? expect.stringContaining(fix) : expect.stringMatching(fix),
  })
})

test.each([
  ['07a-btp-weekly', '2026-Q4', 'là biểu lập theo: tuần.'],
  ['07a-btp', '2026-W48', '07a/BTP là biểu lập theo: tháng, quý, 6 tháng, năm.'],
])('%s for %s says for which periods it is made', async (template, period, words) => {
  const { provenance } = await hub.ask(report, { template, org: 'H48', period })
  expect(provenance?.cautions).toContainEqual(expect.stringContaining(words))
  const days = await hub.ask(report, { template, org: 'H48', period: '2026-11-21..2026-11-27' })
  expect(JSON.stringify(days.provenance)).not.toContain('lập theo')
})
