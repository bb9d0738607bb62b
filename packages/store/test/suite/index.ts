import { testCommits } from './commits.ts'
import { createFixture, type TestDatabase } from './fixture.ts'
import { testHistory } from './history.ts'
import { testLedger } from './ledger.ts'
import { testQuarantine } from './quarantine.ts'
import { testRuns } from './runs.ts'
import { testScans } from './scans.ts'
import { testSnapshots } from './snapshots.ts'

/** Every promise of the store's contract, for one kind of database. */
export function testStore(database: () => TestDatabase): void {
  const fixture = createFixture(database)
  testCommits(fixture)
  testLedger(fixture)
  testScans(fixture)
  testQuarantine(fixture)
  testRuns(fixture)
  testSnapshots(fixture)
  testHistory(fixture)
}
