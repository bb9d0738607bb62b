/** What rules are written with. */
export { type Message, parseDay, printDay, say } from '@cchc/domain'
export { defineAuditRule } from './define-audit-rule.ts'
export * from './phrases.ts'
