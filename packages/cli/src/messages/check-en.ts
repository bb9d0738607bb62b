/** Messages of `cchc check`. */
export const checkEn = {
  error: 'error',
  warning: 'to look at',
  lines: (lines: string) => `line ${lines}`,
  whole: 'report',
  summary: (checked: number, errors: number, warnings: number) =>
    `${checked} rows checked: ${errors} errors, ${warnings} to look at`,
  nothingCompared:
    'Nothing of this file was held against stored figures: only rows of list forms that both give are, not tables such as II.06a.',
  follows: 'follows from it',
  nothingJudged: 'Nothing in this file could be judged: it is not checked.',
  annotated: (path: string) => `Copy with comments: ${path}`,
  nothingToAnnotate: 'Nothing was found: no copy is written.',
  file: 'File',
  table: (sheet: string | null, table: number) =>
    sheet === null ? `table ${table}` : `${sheet}, table ${table}`,
  coverage: (of: {
    rows: number
    satisfied: number
    broken: number
    blank: number
    words: number
    withoutParts: number
  }) =>
    [
      `${of.rows} rows, ${of.satisfied} sums, rates and parts hold, ${of.broken} do not`,
      ...(of.blank > 0 ? [`${of.blank} not judged beside blank cells`] : []),
      ...(of.words > 0 ? [`${of.words} not judged beside words`] : []),
      ...(of.withoutParts > 0 ? [`${of.withoutParts} rates without their parts`] : []),
    ].join('; '),
  either: 'error, or to look at',
  columns: {
    rule: 'Rule',
    kind: 'Kind',
    severity: 'Severity',
    needs: 'Looks at',
    sentence: 'What it says',
    rows: 'Rows',
    printed: 'Printed',
    expected: 'Expected',
  },
}
