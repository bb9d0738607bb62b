import type { Sequence } from '../sequence.ts'
import { anotherRate } from './another-rate.ts'
import { consolidation } from './consolidation.ts'
import { lateDossiers } from './late-dossiers.ts'
import { quarterlyReport } from './quarterly-report.ts'
import { receivedForm } from './received-form.ts'

/** What an officer does on the page, each shown by a guide in docs/vi. */
export const SEQUENCES: readonly Sequence[] = [
  ...[lateDossiers, anotherRate, quarterlyReport, receivedForm, consolidation],
]
