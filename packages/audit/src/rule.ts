/** What rules are written with. */
export { type Message, parseDay, printDay, say } from '@cchc/domain'
export { defineAuditRule } from './define-audit-rule.ts'
export type { AuditContext } from './meaning/audit-context.ts'
export type { OutlineRow } from './meaning/outline.ts'
export * from './meaning/rows.ts'
export * from './meaning/unit-kind.ts'
export * from './phrases.ts'
