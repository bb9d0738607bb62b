import { expect, it } from 'vitest'
import { readArguments } from '../src/arguments.ts'

const KIND = { kind: 'sqlite-memory', shrinks: true }

it.each([
  ['--seed 4711', { ...KIND, seeds: ['4711'] }],
  ['--seeds 9..11', { ...KIND, seeds: ['9', '10', '11'] }],
  [
    '--years 2 --store postgres --no-shrink',
    { kind: 'postgres', shrinks: false, seeds: ['1', '2'] },
  ],
])('%s', (words, asked) => {
  expect(readArguments(words.split(' '))).toEqual(asked)
})

it.each(['--seeds 3..1', '--seeds all', '--years many', '--store oracle', '--quick', 'now'])(
  '%s is told as wrong',
  (words) => {
    expect(readArguments(words.split(' '))).toBeUndefined()
  },
)
