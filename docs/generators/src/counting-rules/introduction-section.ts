import { COUNTING_RULES } from '@cchc/domain'
import { table } from '../markdown.ts'

/** What counting rules are, which there are, and the words that the page uses. */
export function introductionText(): string {
  return `# Counting rules (quy tắc đếm)

Generated from the code by \`npm run docs\` in docs/generators. A test fails when this page and the code disagree.

There is no single rate on time: the same dossiers give different figures under different definitions. A counting rule
is one such definition with a name and a version. Every figure that the hub shows names its rule. Reports use
\`tt01-2020\` unless told otherwise.

${rulesTable()}

\`cchc stats dossiers --org H16 --period 2022 --rule tt01-2020,qd766-2022\` and \`/v1/statistics/comparison\` put rules side
by side and explain how each differs from the first. To check a figure yourself, go to
[Recompute a figure by hand](#recompute-a-figure-by-hand).

Words such as NgayTiepNhan are the fields of a dossier as the national portal receives it:

${table(['Field', 'Meaning', 'On this page'], FIELDS)}

A dossier is resolved (đã giải quyết) or open, which is in process (đang giải quyết). Early is trước hạn, on time đúng hạn,
late and overdue quá hạn, within term trong hạn.`
}

function rulesTable(): string {
  return table(
    ['Rule', 'Name on paper', 'Rate on time, in columns'],
    COUNTING_RULES.map(({ id, name, onTimeFormula }) => [`\`${id}\``, name, onTimeFormula]),
  )
}

const FIELDS: readonly (readonly string[])[] = [
  ['KenhThucHien', 'kênh thực hiện', 'channel: direct, online, postal'],
  ['NgayTiepNhan', 'ngày tiếp nhận', 'received'],
  ['NgayHenTra', 'ngày hẹn trả', 'due'],
  [
    'NgayKetThucXuLy',
    'ngày kết thúc xử lý',
    'finished: the result is ready, or handling ended otherwise',
  ],
  ['NgayTra', 'ngày trả kết quả', 'returned: the citizen has the result'],
]
