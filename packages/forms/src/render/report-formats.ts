/** Forms in which a filled report can be had. */
export const REPORT_FORMATS = ['xlsx', 'docx', 'csv', 'md', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
