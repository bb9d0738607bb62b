import {
  type BilingualText,
  COUNTING_RULES,
  type CountingRule,
  type LegalDocument,
  printDay,
  QUESTION_NAMES,
  QUESTIONS,
  type Question,
} from '@cchc/domain'
import { list, table } from '../markdown.ts'

/** Every question with the answer of every rule, in English and Vietnamese; rules that answer the same share a line. */
export function answersText(): string {
  return QUESTIONS.map((question) => {
    const { en, vi } = QUESTION_NAMES[question]
    return `### \`${question}\`: ${en} (${vi})\n\n${answersTable(question)}`
  }).join('\n\n')
}

function answersTable(question: Question): string {
  const rules = Map.groupBy(COUNTING_RULES, ({ answers }) => bothLanguages(answers[question]))
  return table(
    ['Rules', 'Answer', 'Trả lời'],
    [...rules.values()].map((same) => {
      const { en = '', vi = '' } = same[0]?.answers[question] ?? {}
      return [same.map(({ id }) => `\`${id}\``).join(', '), en, vi]
    }),
  )
}

function bothLanguages({ en, vi }: BilingualText): string {
  return `${en}\n${vi}`
}

/** Each rule with its basis, dates and what it leaves open. */
export function rulesText(): string {
  return COUNTING_RULES.map(ruleText).join('\n\n')
}

function ruleText(rule: CountingRule): string {
  const { from, to, successor } = rule.inForce
  const basis = rule.legalBasis.map(documentText).join('; ')
  const lines = [
    `Legal basis (căn cứ): ${basis === '' ? 'none' : basis}.`,
    `In force (hiệu lực): ${from === null ? 'no date is known' : `from ${limitText(from)}`}${
      to === null ? '' : ` to ${limitText(to)}`
    }.${successor === null ? '' : ` Successor (thay thế): ${successor}.`}`,
    `Rate on time (tỷ lệ đúng hạn): ${rule.onTimeFormula}.`,
    ...rule.remarks.map(({ en, vi }) => `${en}<br>${vi}`),
  ]
  return `### \`${rule.id}\`, version ${rule.version}: ${rule.name}\n\n${list(lines)}`
}

function limitText({ day, verified }: { day: string; verified: boolean }): string {
  return `${printDay(day)}${verified ? '' : ' (not held against the text, chưa đối chiếu văn bản)'}`
}

function documentText({ type, number, date }: LegalDocument): string {
  return `${type} ${number}${date === null ? '' : ` ngày ${printDay(date)}`}`
}
