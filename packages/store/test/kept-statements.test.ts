import Database from 'better-sqlite3'
import { afterEach, expect, it, vi } from 'vitest'
import { withKeptStatements } from '../src/sqlite/kept-statements.ts'

const database = new Database(':memory:')
const prepare = vi.spyOn(database, 'prepare')

afterEach(() => prepare.mockClear())

it('a statement is prepared once, however often it runs', () => {
  const kept = withKeptStatements(database)
  const ran = [1, 2, 3].map((value) => kept.prepare('select ? as value').all([value]))
  expect(ran).toEqual([[{ value: 1 }], [{ value: 2 }], [{ value: 3 }]])
  expect(prepare).toHaveBeenCalledOnce()
})

it('a kept statement sees a column that came later', () => {
  const kept = withKeptStatements(database)
  kept.prepare('create table t (a)').run([])
  kept.prepare('insert into t values (1)').run([])
  expect(kept.prepare('select * from t').all([])).toEqual([{ a: 1 }])
  kept.prepare('alter table t add b').run([])
  expect(kept.prepare('select * from t').all([])).toEqual([{ a: 1, b: null }])
})

it('statements that come and go do not pile up', () => {
  const kept = withKeptStatements(database)
  for (let nth = 0; nth <= 500; nth += 1) kept.prepare(`select ${nth}`)
  prepare.mockClear()
  kept.prepare('select 500')
  expect(prepare).not.toHaveBeenCalled()
  kept.prepare('select 0')
  expect(prepare).toHaveBeenCalledOnce()
})
