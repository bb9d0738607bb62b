import { join } from 'node:path'
import { type FilledReport, type Message, type ReportTemplate, unknownInForm } from '@cchc/domain'
import { type GivenFile, readReportFile } from '@cchc/files/check'
import { readOrdinary } from '@cchc/files/disk'
import { openForm, renamedFile } from '@cchc/files/fill'
import { readGrids } from '@cchc/files/grid'
import type { HubConfig } from '../config/check-config.ts'
import type { HubContext } from '../context.ts'
import type { CountsAsked } from './counts-by-name.ts'
import { fillWideTables } from './fill-wide-tables.ts'
import { leftIn, type Of, renamedTo } from './layout-words.ts'
import { isUnknown, placesOfLists, valuesIn } from './places-of-file.ts'
import { toldRows } from './told-rows.ts'

/** The received file of a learnt form with the names of another unit and period. */
export interface Layout {
  readonly file: GivenFile
  /** What of it still names others, and which of its rows are not known. */
  readonly told: readonly Message[]
}

/** Opens the layout of a learnt form for an organisation and period. */
export async function layoutOf(
  { formsFolder = '' }: Pick<HubConfig, 'formsFolder'>,
  of: Of & { readonly template: ReportTemplate },
): Promise<Layout> {
  const name = of.template.layout?.file ?? ''
  const received = { name, bytes: readOrdinary(join(formsFolder, name)) }
  const { head, rows, wide = [] } = await readReportFile(received, { mayBeBlank: true })
  const words = [...rows, ...wide.flatMap((table) => table.rows)]
  const labels = new Set(words.map(({ label }) => label))
  const renamed = renamedTo(head, of)
  const file = await renamedFile(received, (text) => (labels.has(text) ? text : renamed(text)))
  const anew = await readReportFile(file, { mayBeBlank: true })
  const left = leftIn(anew.head, { ...of, texts: await textsIn(file) })
  const unknown = of.template.rows.filter(isUnknown).map(({ label }) => unknownInForm(label))
  return { file, told: [...left, ...unknown] }
}

async function textsIn(file: GivenFile): Promise<readonly string[]> {
  const grids = await readGrids(file)
  return grids.flatMap(({ text = [], rows, hidden }) =>
    hidden ? [] : [...text, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))],
  )
}

/** A layout with the figures of a report of its form. */
export async function filledLayout(
  hub: HubContext,
  of: {
    readonly layout: Layout
    readonly template: ReportTemplate
    readonly filled: FilledReport
    readonly asked: CountsAsked
  },
): Promise<Uint8Array> {
  const { file } = of.layout
  const form = await openForm(file)
  const report = await readReportFile(file, { mayBeBlank: true })
  const told = toldRows(of.template.layout?.rows)
  const lists = await placesOfLists({ ...of, report, form, told })
  const tables = await fillWideTables(hub, { ...of, tables: report.wide ?? [], form, told })
  const { bytes } = await form.fill(valuesIn([...lists, ...tables.places]))
  return bytes
}
