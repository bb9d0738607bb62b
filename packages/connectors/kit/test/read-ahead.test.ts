import { expect, test } from 'vitest'
import { readAhead, remember } from '../src/index.ts'

test('has the next item under way while one is worked on, and never more', async () => {
  const started: number[] = []
  async function* source() {
    for (let page = 1; page <= 4; page++) {
      started.push(page)
      yield page
    }
  }
  const seen: [number, number][] = []
  for await (const page of readAhead(source())) seen.push([page, started.length])
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 4],
  ])
})

test('gives what came before a failure, then throws it', async () => {
  async function* source() {
    yield 1
    throw new Error('second page')
  }
  const seen: number[] = []
  const run = async () => {
    for await (const page of readAhead(source())) seen.push(page)
  }
  await expect(run()).rejects.toThrow('second page')
  expect(seen).toEqual([1])
})

test('closes its source when the reader leaves early', async () => {
  let closed = false
  async function* source() {
    try {
      yield 1
      yield 2
    } finally {
      closed = true
    }
  }
  for await (const _page of readAhead(source())) break
  expect(closed).toBe(true)
})

test('remember asks once for each text and stays bounded', () => {
  const asked: string[] = []
  const length = remember((text) => {
    asked.push(text)
    return text.length
  }, 2)
  expect(['a', 'bb', 'a', 'ccc', 'ccc'].map(length)).toEqual([1, 2, 1, 3, 3])
  expect(asked).toEqual(['a', 'bb', 'ccc'])
})
