import type { z } from 'zod'

/** What is said of a refused value instead of zod's own English, where that speaks of types to people who have none in mind. */
export function englishIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if ('input' in issue && issue.input === undefined) return 'is missing'
      return Number.isNaN(issue.input) ? 'must be a number' : undefined
    case 'too_small':
      return isEmptyText(issue) ? 'must not be empty' : undefined
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a day such as 2023-09-30' : undefined
    default:
      return undefined
  }
}

/** Whether a text is refused because nothing is in it. */
export function isEmptyText(issue: {
  readonly origin: string
  readonly minimum: number | bigint
  readonly input?: unknown
}): boolean {
  return issue.origin === 'string' && Number(issue.minimum) === 1
}
