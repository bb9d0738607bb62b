import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe } from 'vitest'
import type { Row } from './suite/fixture.ts'
import { testStore } from './suite/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-store-'))
let count = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('SQLite', () => {
  testStore(() => ({
    async create() {
      count += 1
      return `sqlite:${join(folder, `${count}.db`)}`
    },
    async query(url, statement) {
      const database = new Database(url.slice('sqlite:'.length))
      try {
        const prepared = database.prepare<[], Row>(statement)
        if (prepared.reader) return prepared.all()
        prepared.run()
        return []
      } finally {
        database.close()
      }
    },
  }))
})
