import { NarrativeStatement, ReportedTask, statementsAbout } from '@cchc/audit'
import { faultsOf, say, UsageError } from '@cchc/domain'
import { z } from 'zod'
import type { GivenFile } from '../grid/read-grids.ts'
import { parsedJson } from '../report/read-report.ts'

const Narrative = z.object({
  figures: z.array(NarrativeStatement).default([]),
  tasks: z.array(ReportedTask).default([]),
})

/** Reads what a report's text states: figures, the task table, or both; `about` tells which report is meant. */
export function readNarrative(
  file: GivenFile,
  { about }: { readonly about: string },
): { narrative: readonly NarrativeStatement[]; tasks: readonly ReportedTask[] } {
  const { figures, tasks } = checked(file)
  const narrative = statementsAbout(figures, about)
  if (narrative) return { narrative, tasks }
  throw new UsageError(
    say('{file} speaks of several reports, and none of them is surely this one.', {
      file: file.name,
    }),
    { fix: say('Keep only the figures of this report, or name its file or agency as `doc` does.') },
  )
}

function checked(file: GivenFile): z.output<typeof Narrative> {
  const document = parsedJson(file)
  const written = Array.isArray(document) ? sorted(document) : document
  const result = Narrative.safeParse(written, { reportInput: true })
  if (result.success) return result.data
  throw new UsageError(
    say('{file} holds neither figures of a text nor a task table.', { file: file.name }),
    {
      fix: say(
        'Each figure needs "raw" and "value", and "appendixRow" to be compared; each task "no" and "task".',
      ),
      faults: faultsOf(result.error),
    },
  )
}

function sorted(entries: readonly unknown[]): unknown {
  const isTask = (entry: unknown) => typeof entry === 'object' && entry !== null && 'task' in entry
  return { figures: entries.filter((entry) => !isTask(entry)), tasks: entries.filter(isTask) }
}
