import type { AuditRule } from './define-audit-rule.ts'
import { codeListForCount } from './rules/code-list-for-count.ts'
import { codeOfHeading } from './rules/code-of-heading.ts'
import { codeOutOfPlace } from './rules/code-out-of-place.ts'
import { codeOutOfSequence } from './rules/code-out-of-sequence.ts'
import { codeTwice } from './rules/code-twice.ts'
import { columnLeftBlank } from './rules/column-left-blank.ts'
import { columnPartAboveWhole } from './rules/column-part-above-whole.ts'
import { columnShare } from './rules/column-share.ts'
import { columnSharesOfHundred } from './rules/column-shares-of-hundred.ts'
import { columnSum } from './rules/column-sum.ts'
import { countInPercent } from './rules/count-in-percent.ts'
import { cumulativeFigureFalls } from './rules/cumulative-figure-falls.ts'
import { datedAfterReport } from './rules/dated-after-report.ts'
import { denominatorNotTheTotal } from './rules/denominator-not-the-total.ts'
import { differsFromStoredData } from './rules/differs-from-stored-data.ts'
import { documentReplaced } from './rules/document-replaced.ts'
import { figureInUnitColumn } from './rules/figure-in-unit-column.ts'
import { figureLeftBlank } from './rules/figure-left-blank.ts'
import { figureNotReported } from './rules/figure-not-reported.ts'
import { figureUnreadable } from './rules/figure-unreadable.ts'
import { fractionOfACount } from './rules/fraction-of-a-count.ts'
import { headingNotPrinted } from './rules/heading-not-printed.ts'
import { jumpSincePreviousPeriod } from './rules/jump-since-previous-period.ts'
import { lostDigit } from './rules/lost-digit.ts'
import { moneyBeyondMeasure } from './rules/money-beyond-measure.ts'
import { nationalDocumentDate } from './rules/national-document-date.ts'
import { negativeFigure } from './rules/negative-figure.ts'
import { noSuchDay } from './rules/no-such-day.ts'
import { normativeNumberWithoutYear } from './rules/normative-number-without-year.ts'
import { oneDocumentTwoDates } from './rules/one-document-two-dates.ts'
import { oneDocumentTwoNumbers } from './rules/one-document-two-numbers.ts'
import { oneFactTwoFigures } from './rules/one-fact-two-figures.ts'
import { partAboveWhole } from './rules/part-above-whole.ts'
import { percentageAsFraction } from './rules/percentage-as-fraction.ts'
import { percentageInSentence } from './rules/percentage-in-sentence.ts'
import { percentageInText } from './rules/percentage-in-text.ts'
import { percentageOfNothing } from './rules/percentage-of-nothing.ts'
import { percentageOfParts } from './rules/percentage-of-parts.ts'
import { rateAboveHundred } from './rules/rate-above-hundred.ts'
import { rateWithoutPercent } from './rules/rate-without-percent.ts'
import { receivedResolvedPending } from './rules/received-resolved-pending.ts'
import { reportBeforePeriod } from './rules/report-before-period.ts'
import { reportNumberBlank } from './rules/report-number-blank.ts'
import { rowSum } from './rules/row-sum.ts'
import { sharesOfHundred } from './rules/shares-of-hundred.ts'
import { stockDoesNotContinue } from './rules/stock-does-not-continue.ts'
import { sumOfParts } from './rules/sum-of-parts.ts'
import { taskCellBlank } from './rules/task-cell-blank.ts'
import { textDiffersFromTable } from './rules/text-differs-from-table.ts'
import { textPartAboveWhole } from './rules/text-part-above-whole.ts'
import { textStatesWhatTableLeavesBlank } from './rules/text-states-what-table-leaves-blank.ts'
import { unitInValueColumn } from './rules/unit-in-value-column.ts'
import { valueNotInCodeList } from './rules/value-not-in-code-list.ts'
import { yearOfNumberDiffers } from './rules/year-of-number-differs.ts'

/** All rules. Of one row and one kind, findings come in this order. */
export const AUDIT_RULES: readonly AuditRule[] = [
  percentageOfParts,
  percentageOfNothing,
  percentageAsFraction,
  percentageInText,
  percentageInSentence,
  sumOfParts,
  partAboveWhole,
  oneFactTwoFigures,
  denominatorNotTheTotal,
  normativeNumberWithoutYear,
  figureInUnitColumn,
  unitInValueColumn,
  figureUnreadable,
  codeListForCount,
  rateWithoutPercent,
  countInPercent,
  lostDigit,
  fractionOfACount,
  negativeFigure,
  rateAboveHundred,
  moneyBeyondMeasure,
  codeOutOfPlace,
  codeTwice,
  codeOfHeading,
  headingNotPrinted,
  codeOutOfSequence,
  valueNotInCodeList,
  reportNumberBlank,
  figureLeftBlank,
  figureNotReported,
  sharesOfHundred,
  noSuchDay,
  nationalDocumentDate,
  documentReplaced,
  yearOfNumberDiffers,
  datedAfterReport,
  oneDocumentTwoDates,
  reportBeforePeriod,
  columnSum,
  columnPartAboveWhole,
  columnLeftBlank,
  columnShare,
  columnSharesOfHundred,
  receivedResolvedPending,
  rowSum,
  textPartAboveWhole,
  textDiffersFromTable,
  textStatesWhatTableLeavesBlank,
  taskCellBlank,
  oneDocumentTwoNumbers,
  jumpSincePreviousPeriod,
  cumulativeFigureFalls,
  stockDoesNotContinue,
  differsFromStoredData,
]
