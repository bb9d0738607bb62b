import { join } from 'node:path'
import { type FilledReport, fileNameOf, isAppError, say, type Text } from '@cchc/domain'
import { writeWhole } from '@cchc/files/disk'
import { lacksOf, renderReport } from '@cchc/forms'
import type { Slot } from '@cchc/store'
import type { ScheduledWork } from '../config/schedule-settings.ts'
import type { HubContext } from '../context.ts'
import { checkOf } from '../questions/check-report.ts'
import { renderFilled, reportToWrite } from '../questions/report.ts'
import { recentPeriod } from './recent-period.ts'
import { failedStep, type Step } from './step.ts'

type ReportWork = Extract<ScheduledWork, { kind: 'report' }>

/**
 * Writes the report of a slot into its folder, each file whole or not at all, and checks it as a report that is handed in.
 * The period is that of the slot, whenever it is done; a second attempt replaces the files of the first. It is `partial`
 * where figures are missing or the check finds something.
 */
export async function reportSlot(
  hub: HubContext,
  { slot, work }: { readonly slot: Slot; readonly work: ReportWork },
): Promise<Step> {
  try {
    return await written(hub, { slot, work })
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code === 'store_failed') throw thrown
    const { said, whatToDo } = thrown
    const told = [said, ...(whatToDo ? [whatToDo] : [])]
    return failedStep(told, { tries: slot.tries, now: hub.now() })
  }
}

async function written(
  hub: HubContext,
  { slot, work }: { readonly slot: Slot; readonly work: ReportWork },
): Promise<Step> {
  const { template, partial, formats, to } = work
  const { organisation, cutOffDay } = hub.config.reporting
  const org = work.org ?? organisation
  const period = recentPeriod(work.period, { at: slot.at, cutOffDay })
  const filled = await reportToWrite(hub, { template, org, period, partial })
  const name = fileNameOf([template, org, period].join('_'))
  const files: string[] = []
  for (const format of formats) {
    const path = join(to, `${name}.${format}`)
    writeWhole(path, await renderFilled(filled, format))
    files.push(path)
  }
  const told = await shortcomings(hub, { filled, name })
  return { ended: true, state: told.length > 0 ? 'partial' : 'done', told, files }
}

/** What is missing of a report, and how much its own check finds. */
async function shortcomings(
  hub: HubContext,
  { filled, name }: { readonly filled: FilledReport; readonly name: string },
): Promise<readonly Text[]> {
  const { missing, cautions } = lacksOf(filled)
  const bytes = await renderReport(filled, 'json')
  const { findings } = await checkOf(hub, { file: { name: `${name}.json`, bytes } })
  const count = findings.length
  const found =
    count === 0 ? [] : [say('{name}: cchc check finds {count} defects', { name, count })]
  return [...missing, ...cautions, ...found]
}
