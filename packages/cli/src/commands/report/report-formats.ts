import { say, UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'

export type ReportFormat = Parameters<Hub['renderReport']>[1]

const FORMATS: readonly ReportFormat[] = ['xlsx', 'docx', 'csv', 'md', 'json']

/** Forms that no terminal can show. */
export const BINARY_FORMATS: readonly ReportFormat[] = ['xlsx', 'docx']

/** Reads `xlsx,csv`; throws one UsageError that names every word that is no format. */
export function readFormats(text: string): readonly ReportFormat[] {
  const words = [...new Set(text.split(',').map((word) => word.trim().toLowerCase()))]
  const formats = FORMATS.filter((format) => words.includes(format))
  if (formats.length === words.length) return formats
  const faults = words
    .filter((word) => !FORMATS.some((format) => format === word))
    .map((word) => ({
      path: 'format',
      message: say('{word} is no format of a report', { word: JSON.stringify(word.slice(0, 40)) }),
    }))
  throw new UsageError(say('the formats of the report are wrong'), {
    faults,
    fix: say('Name one or more of xlsx, docx, csv, md, json, with commas between.'),
  })
}
