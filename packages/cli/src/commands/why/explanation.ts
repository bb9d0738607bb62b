import type { AnswerOf } from '@cchc/hub/questions/question'
import type { why } from '@cchc/hub/questions/why'

/** Where a figure comes from, as the hub hands it out. */
export type Explanation = AnswerOf<typeof why>

/** A cell of it; those that it is made of are of the same kind. */
export type ExplainedCell = Explanation['cell']
