/** Sessions of the adapter: opened by a login, forgotten after a number of calls. */
export interface Sessions {
  open(): string
  /** Whether the session is known; uses up one of its calls. */
  use(session: unknown): boolean
  forget(session: unknown): void
}

export function createSessions(calls = Number.POSITIVE_INFINITY): Sessions {
  const left = new Map<unknown, number>()
  let opened = 0
  return {
    open() {
      opened += 1
      const session = `session-${opened}`
      left.set(session, calls)
      return session
    },
    use(session) {
      const remaining = left.get(session) ?? 0
      if (remaining > 0) left.set(session, remaining - 1)
      return remaining > 0
    },
    forget: (session) => void left.delete(session),
  }
}
