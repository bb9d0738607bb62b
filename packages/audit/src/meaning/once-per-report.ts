import type { AuditContext } from './audit-context.ts'

/** A search whose answer is worked out once for each audited report, however many rules ask for it. */
export function oncePerReport<T>(
  search: (context: AuditContext) => T,
): (context: AuditContext) => T {
  const known = new WeakMap<AuditContext, { readonly answer: T }>()
  return (context) => {
    const answered = known.get(context) ?? { answer: search(context) }
    known.set(context, answered)
    return answered.answer
  }
}
