import { testAccess } from './access.ts'
import { testAlerts } from './alerts.ts'
import { testAuditLog } from './audit-log.ts'
import { testClocks } from './clocks.ts'
import { testCommits } from './commits.ts'
import { testContentVersion } from './content-version.ts'
import { testCopies } from './copies.ts'
import { testEndlessDossiers } from './endless-dossiers.ts'
import { testEntered } from './entered.ts'
import { createFixture, type TestDatabase } from './fixture.ts'
import { testGates } from './gates.ts'
import { testHistory } from './history.ts'
import { testLeases } from './leases.ts'
import { testLedger } from './ledger.ts'
import { testMigrations } from './migrations.ts'
import { testParts } from './parts.ts'
import { testProcesses } from './processes.ts'
import { testQuarantine } from './quarantine.ts'
import { testRehearsals } from './rehearsals.ts'
import { testRemovals } from './removals.ts'
import { testRepeats } from './repeats.ts'
import { testRollups } from './rollups.ts'
import { testRuns } from './runs.ts'
import { testScans } from './scans.ts'
import { testShapes } from './shapes.ts'
import { testSlotQueues } from './slot-queues.ts'
import { testSlots } from './slots.ts'
import { testSnapshots } from './snapshots.ts'
import { testStatedCounts } from './stated-counts.ts'
import { testUnkeyedRefusals } from './unkeyed-refusals.ts'

/** Every promise of the store's contract, for one kind of database. */
export function testStore(database: () => TestDatabase): void {
  const fixture = createFixture(database)
  testMigrations(fixture)
  testCommits(fixture)
  testLedger(fixture)
  testRollups(fixture)
  testScans(fixture)
  testQuarantine(fixture)
  testUnkeyedRefusals(fixture)
  testRuns(fixture)
  testLeases(fixture)
  testParts(fixture)
  testRemovals(fixture)
  testRehearsals(fixture)
  testSnapshots(fixture)
  testSlots(fixture)
  testSlotQueues(fixture)
  testShapes(fixture)
  testStatedCounts(fixture)
  testGates(fixture)
  testEndlessDossiers(fixture)
  testHistory(fixture)
  testContentVersion(fixture)
  testCopies(fixture)
  testClocks(fixture)
  testEntered(fixture)
  testAccess(fixture)
  testAuditLog(fixture)
  testAlerts(fixture)
  testRepeats(fixture)
  testProcesses(fixture)
}
