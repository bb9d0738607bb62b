import { exportStatistics } from '@cchc/hub/exports/statistics'
import { report } from '@cchc/hub/questions/report'
import { CHOSEN } from './chosen.ts'

/** A file of the API that a view leads to: where the page gives it, and where the API has it. */
export interface Download {
  readonly path: `/${string}`
  readonly takes: readonly string[]
  from(given: Readonly<Record<string, string>>): string
}

/** The files that views lead to. */
export const DOWNLOADS: readonly Download[] = [
  {
    path: '/tai-ve/thong-ke',
    takes: [...CHOSEN, 'by'],
    from: (given) => addressOf(exportStatistics.path, { ...given, anyway: 'true', format: 'csv' }),
  },
  {
    path: '/tai-ve/bao-cao',
    takes: ['template', 'org', 'period', 'partial', 'format'],
    from: ({ template = '', ...given }) => {
      const path = report.path.replace('{template}', encodeURIComponent(template))
      return addressOf(path, { ...given, anyway: 'true' })
    },
  },
]

function addressOf(path: string, asked: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(asked)}`
}
