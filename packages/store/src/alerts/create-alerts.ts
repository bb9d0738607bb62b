import type { Dialect } from '../dialect.ts'
import { whileWritersWait } from '../history/settle.ts'
import { withStoreErrors } from '../store-failure.ts'
import { changeAlerts, readAlerts } from './alert-log.ts'
import { claimMessage, listMessages, settleMessage } from './alert-messages.ts'
import type { AlertStore } from './alert-store.ts'

/** What was told of the hub's own state, in a database. */
export function createAlerts(dialect: Dialect, clock: () => number): AlertStore {
  const { reader, writer } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    changeAlerts: (now, change) =>
      attempt(() =>
        whileWritersWait(dialect, clock, (transaction) => changeAlerts(transaction, now, change)),
      ),
    readAlerts: () => attempt(() => readAlerts(reader)),
    claimAlertMessage: (now, forMs) => attempt(() => claimMessage(dialect, { now, forMs })),
    settleAlertMessage: (id, outcome) => attempt(() => settleMessage(writer, id, outcome)),
    listAlertMessages: (query) => attempt(() => listMessages(reader, query)),
  }
}
