import { testCommits } from './commits.ts'
import { createFixture, type TestDatabase } from './fixture.ts'

/** Every promise of the store's contract, for one kind of database. */
export function testStore(database: () => TestDatabase): void {
  const fixture = createFixture(database)
  testCommits(fixture)
}
