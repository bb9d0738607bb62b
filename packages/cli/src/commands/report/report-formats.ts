import { UsageError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import type { Messages } from '../../messages/index.ts'

export type ReportFormat = Parameters<Hub['renderReport']>[1]

const FORMATS: readonly ReportFormat[] = ['xlsx', 'docx', 'csv', 'md', 'json']

/** Forms that no terminal can show. */
export const BINARY_FORMATS: readonly ReportFormat[] = ['xlsx', 'docx']

/** Reads `xlsx,csv`; throws one UsageError that names every word that is no format. */
export function readFormats(text: string, { failure }: Messages): readonly ReportFormat[] {
  const words = [...new Set(text.split(',').map((word) => word.trim().toLowerCase()))]
  const formats = FORMATS.filter((format) => words.includes(format))
  if (formats.length === words.length) return formats
  const faults = words
    .filter((word) => !FORMATS.some((format) => format === word))
    .map((word) => ({
      path: 'format',
      message: failure.formats.message(JSON.stringify(word.slice(0, 40))),
    }))
  throw new UsageError(failure.formats.wrong, { faults, fix: failure.formats.fix })
}
