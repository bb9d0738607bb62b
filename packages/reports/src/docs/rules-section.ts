import {
  COUNTING_RULES,
  type CountingRule,
  type LegalDocument,
  printDay,
  QUESTIONS,
  type Question,
} from '@cchc/domain'
import { list, table } from './markdown.ts'

const ASKED: Readonly<Record<Question, string>> = {
  refusedAtReception: 'Refused at reception (Không được tiếp nhận)',
  awaitingReception: 'Not yet accepted (Mới đăng ký)',
  bounds: 'Bounds of the period',
  endEvent: 'Which event ends a dossier',
  withdrawn: 'Withdrawn by the citizen (Rút hồ sơ)',
  refused: 'Refused or stopped in handling (Dừng xử lý)',
  nullChannel: 'No channel stated (KenhThucHien empty)',
  precision: 'Days or instants',
  noDueDate: 'No due date (NgayHenTra empty)',
  supplement: 'Time spent waiting for a supplement',
  secondSupplement: 'More than one request for supplements',
  waiting: 'Waiting for a supplement now',
  onDueMoment: 'On the due day or moment',
  earlySeparate: 'Early told from on time (trước hạn, đúng hạn)',
  emptyDenominator: 'Rate when nothing was resolved',
}

/** Every question with the answer of every rule. */
export function comparisonTable(): string {
  return table(
    ['Question', 'Cause code', ...COUNTING_RULES.map(({ id }) => `\`${id}\``)],
    QUESTIONS.map((question) => [
      ASKED[question],
      question === 'emptyDenominator' ? '' : `\`${question}\``,
      ...COUNTING_RULES.map(({ answers }) => answers[question]),
    ]),
  )
}

/** Each rule with its basis, dates and what it leaves open. */
export function rulesText(): string {
  return COUNTING_RULES.map(ruleText).join('\n\n')
}

function ruleText(rule: CountingRule): string {
  const { from, to } = rule.inEffect
  const basis = rule.legalBasis.map(documentText).join('; ')
  const lines = [
    `Legal basis: ${basis === '' ? 'none' : basis}.`,
    `In effect: ${from === null ? 'no date is known' : `from ${printDay(from)}`}${
      to === null ? '' : ` to ${printDay(to)}`
    }.`,
    `Rate on time: ${rule.onTimeFormula}.`,
    ...rule.remarks,
  ]
  return `### \`${rule.id}\`, version ${rule.version}: ${rule.name}\n\n${list(lines)}`
}

function documentText({ type, number, date }: LegalDocument): string {
  return `${type} ${number}${date === null ? '' : ` ngày ${printDay(date)}`}`
}
