import { type BulletinLetter, renderBulletin } from '@cchc/hub'
import { organisations } from '@cchc/hub/questions/organisations'
import type { Ask } from './ask.ts'
import { type BulletinTold, bulletinTold, FOUR } from './bulletin-told.ts'
import { CHOSEN } from './chosen.ts'
import { plain } from './html.ts'
import type { PageFile } from './page-file.ts'
import { toldText } from './parts/told.ts'
import { titleOf } from './periods.ts'
import { printedCount, printedDay } from './printed.ts'

/** Where the bulletin is as a document. */
export const BULLETIN_FILE = '/tai-ve/ban-tin'

/** What is missing of the figures is told so many times at most, so that it stays one page. */
const MOST_CAUTIONS = 3

/** The bulletin as a docx: what the page shows, in the form of a letter. */
export const bulletinFile: PageFile = {
  path: BULLETIN_FILE,
  takes: CHOSEN,
  name: 'ban-tin.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async make(viewing) {
    const told = await bulletinTold(viewing)
    const head = await headOf(told, viewing.ask)
    return renderBulletin({ ...letterOf(told), head, madeAt: Date.parse(viewing.place.today) })
  },
}

function letterOf({ answer, chosen, minded, before }: BulletinTold) {
  const { period, rule, missing = [], cautions = [] } = answer
  const told = [...missing, ...cautions].map(plain)
  const more = told.length - MOST_CAUTIONS
  const own = { ...answer.total, chosen }
  return {
    subject: `Tình hình giải quyết thủ tục hành chính ${lowered(titleOf(chosen.period))}`,
    basis: `Số liệu từ ngày ${printedDay(period.from)} đến hết ngày ${printedDay(period.to)}, đếm theo ${rule.name}.`,
    cautions: [
      ...told.slice(0, MOST_CAUTIONS),
      ...(more > 0 ? [`và ${more} điều khác, xem trên trang.`] : []),
    ],
    columns: [titleOf(chosen.period), ...(before ? [titleOf(before.chosen.period)] : [])],
    figures: FOUR.map((figure) => ({
      title: figure.title,
      cells: [own, ...(before ? [{ ...before.answer.total, chosen: before.chosen }] : [])].map(
        (row) => figure.printed(row),
      ),
    })),
    minded: minded.map(toldText),
    restated: restatedText(before),
  }
}

function restatedText(before: BulletinTold['before']): readonly string[] {
  if (!before?.restated) return []
  const { dossiers, reasons } = before.restated
  const why = reasons.map(({ name, dossiers: some }) => `${plain(name)} (${printedCount(some)})`)
  return [
    `Số liệu đã chốt của ${titleOf(before.chosen.period)} nay khác ở ${printedCount(dossiers)} hồ sơ, vì: ${why.join('; ')}.`,
  ]
}

function lowered(title: string): string {
  return `${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
}

/** Whose bulletin it is, below whom; number and day of issue are left to people. */
async function headOf({ answer }: BulletinTold, ask: Ask): Promise<BulletinLetter['head']> {
  const { code, name, level } = answer.organisation ?? NOBODY
  const root = await nameOf(code.split('.')[0] ?? '', ask)
  const isBelow = code.includes('.') && (level === 'department' || level === 'unit')
  const above = isBelow ? await nameOf(code.split('.').slice(0, -1).join('.'), ask) : undefined
  return { agency: plain(name), level, superior: above ?? null, root: root ?? null }
}

const NOBODY = { code: '', name: 'Tất cả các đơn vị', level: 'unit' } as const

async function nameOf(code: string, ask: Ask): Promise<string | undefined> {
  if (code === '') return undefined
  const { items } = await ask(organisations, { text: code, limit: 100 })
  const found = items.find((one) => one.code === code)
  return found && plain(found.name)
}
