import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { END, endThread } from '../src/threads/end-thread.ts'

const thread = (program: string) => new Worker(program, { eval: true })
const LISTENS = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', (told) => told === '${END}' && process.exit(7))`

test('a thread that hears ends itself, between two messages', async () => {
  const worker = thread(LISTENS)
  const exits: number[] = []
  worker.on('exit', (code) => exits.push(code))
  await endThread(worker)
  expect(exits).toEqual([7])
})

test('one that computes without end is ended', async () => {
  const worker = thread('for (;;);')
  const exits: number[] = []
  worker.on('exit', (code) => exits.push(code))
  await endThread(worker)
  expect(exits).toEqual([1])
})
