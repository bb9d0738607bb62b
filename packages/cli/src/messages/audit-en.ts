/** What is said of the audit log. */
export const auditEn = {
  about: 'what was done, by whom: a log that nobody can change unnoticed',
  at: 'At',
  who: 'Who',
  action: 'Action',
  subject: 'Of',
  lines: (count: number) => `${count} lines looked at.`,
}
