import {
  AUDIT_NEEDS,
  AUDIT_RULES,
  type AuditRule,
  auditReport,
  DEFECT_KINDS,
  type DefectKind,
  inVietnamese,
} from '@cchc/audit'
import { readExample } from '@cchc/audit/example'
import { inWords } from '@cchc/domain'
import { type IndicatorCatalogue, loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { list, table } from '../markdown.ts'
import { exampleText } from './example-text.ts'

const INTRODUCTION = `# Audit rules (quy tắc kiểm tra)

Generated from the code by \`npm run docs\` in docs/generators. A test fails when this page and the code disagree.

\`cchc check FILE\` looks in a filled report for what these rules describe; \`cchc check --rules\` lists them. A table is
understood first (what each cell means), then judged. **error** (lỗi) means that the report contradicts itself, **to look
at** (cần xem lại) that somebody should. Each rule is one file of packages/audit/src/rules, and its two examples are its
test: in the first it finds what is told below it, in the second, as near to the first as possible, nothing.

Several files and folders are checked one after the other (\`cchc check FILE FOLDER …\`); one that cannot be read is told and
is no success. Of each table is told how many sums, rates and parts hold, how many do not, and how many cannot be worked
out and why (a blank cell, words, a rate whose parts are not printed); a column or table that was not understood is named. In
text documents the sentences are read too: a figure is held against a row where a part of a sentence names that row by
its whole label and nothing narrower, a percentage against the quotient beside it. A letter without tables is judged by its sentences,
those in text boxes too. A file in which nothing could be judged, or that cannot be read, ends with 3.

\`--annotate\` writes a copy of each xlsx or docx file with a comment at the cell of what was found: the total of a sum, the share, the
part above its whole; the paragraph where only the text is at fault; the first cell of what has none. Other files are checked and told
to be saved as one of these two.

A table with several columns of figures is understood by its heads, of one row or several: what each column counts
(received, resolved, in process, and their parts by channel and term), the formulas that are printed with it
(\`(3)=(4)+(5)\`, \`8=7/3*100\`, \`5=3-4\`), shares by their words or by the column to their left. Rows add up to
\`Tổng số\`, \`Cộng\`, \`Toàn tỉnh\`, where several to the rows that they close. A sheet may hold several tables, lists among
them. A list with figures of several periods, and a table of indicators by level or place, is judged column by column; beside a plan, so
is the share of it that was done. Units of money in heads (\`Kế hoạch (tỷ đồng)\`) are compared as what they are. A row of several
lines below one name counts with all of them, or with the first where that holds the others.

Where no word says what columns are of one another, nearly every row has to: a column that its neighbours add up to (quarters of a
year, a difference of two years), a share of two columns left of it. At least two rows bear it out for one that does not, by figures
with four digits together that are not trivial. More than the parts is an error then; less may be for what is not printed, and is only to be looked at, as is everything of dossiers whose heads say what
they count. \`Kế hoạch | Thực hiện | Tỷ lệ\`, \`phải | đã | Tỷ lệ\` and totals with a kind of them are known by their words alone.
\`5,65 ngàn\`, \`Ngàn hồ sơ\` and money in tỷ and triệu are compared as what they are, with what was rounded away;
\`trên 99%\` holds where the quotient is above.

Where rules of arithmetic of one table disagree, the figures at fault are looked for: one figure in all of the broken sums, rates
and parts that hang together, or two, with which these hold, all others still hold, and the report judged anew has no other
defect. Where no other one (no other two) does so, it is told with its cell and value (\`mends\` in JSON), and what is
found only because of it is told beneath (\`consequences\`) and counted with it. A figure that lost a digit, \`42.95\`, is
told with the value that a sum or rate asks for, zeros that spreadsheets drop before others. Rounded figures, blanks, and rules that are only to be
looked at decide nothing. Tables may stand beside one another, an empty column between them.

Measured over tables that six offices published (packages/files/test/fixtures/tables), each figure altered once by the
first of its digits: 116 of 163 are told; the others mostly have no figure beside them that would tell. 17 times the altered
cell is told alone, 24 times together with one that was wrong in print, and never another one instead: where a sum has no
other sum across it, any of its figures can be at fault. Of the
tables as they are printed only what is arithmetically wrong is told as an error.

Lines of an example are the rows of a report, cells between \`|\`. Texts hold values in braces: {where} is a row.`

const SEVERITIES = {
  error: 'error',
  warning: 'to look at',
  either: 'error, or to look at',
} as const

/** The page about audit rules, all of it from the rules and what they find in their examples. */
export async function auditRulesPage(): Promise<string> {
  const catalogue = await loadIndicatorCatalogue()
  const kinds = Object.keys(DEFECT_KINDS) as DefectKind[]
  const sections = kinds.map((kind) => kindText(kind, catalogue))
  return `${[INTRODUCTION, kindsTable(kinds), ...sections].join('\n\n')}\n`
}

function kindsTable(kinds: readonly DefectKind[]): string {
  return table(
    ['Kind', 'In JSON', 'English', 'Tiếng Việt', 'Rules'],
    kinds.map((kind) => {
      const { number, en, vi } = DEFECT_KINDS[kind]
      return [`\`${kind}\``, `${number}`, en, vi, `${rulesOf(kind).length}`]
    }),
  )
}

function rulesOf(kind: DefectKind): readonly AuditRule[] {
  return AUDIT_RULES.filter((rule) => rule.kind === kind)
}

function kindText(kind: DefectKind, catalogue: IndicatorCatalogue): string {
  const { number, en, vi } = DEFECT_KINDS[kind]
  const rules = rulesOf(kind).map((rule) => ruleText(rule, catalogue))
  return [`## ${number}. ${en} (${vi.toLocaleLowerCase('vi')})`, ...rules].join('\n\n')
}

function ruleText(rule: AuditRule, catalogue: IndicatorCatalogue): string {
  const { id, severity, needs, unless, sentence, wrong, right } = rule
  const silent = unless.map((earlier) => `\`${earlier.id}\``).join(', ')
  const facts = list([
    `Kind: \`${rule.kind}\`. Severity: ${SEVERITIES[severity]}.`,
    `Looks at: ${needs.map((need) => `${AUDIT_NEEDS[need].en} (${AUDIT_NEEDS[need].vi})`).join('; ')}.`,
    ...(silent === '' ? [] : [`Silent about a row of which it is told: ${silent}.`]),
    `Says: ${sentence.en}`,
    `Báo: ${sentence.vi}`,
  ])
  return [
    `### \`${id}\``,
    facts,
    `Wrong:\n\n${exampleText(wrong)}`,
    told(rule, catalogue),
    `Right:\n\n${exampleText(right)}`,
  ].join('\n\n')
}

function told({ id, wrong }: AuditRule, catalogue: IndicatorCatalogue): string {
  const { report, against } = readExample(wrong)
  const { findings } = auditReport(report, { ...against, catalogue })
  return findings
    .filter(({ rule }) => rule === id)
    .map(({ severity, explanation }) => {
      return `> ${SEVERITIES[severity]}: ${inVietnamese(explanation)}\\\n> ${capital(inWords(explanation))}`
    })
    .join('\n>\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
