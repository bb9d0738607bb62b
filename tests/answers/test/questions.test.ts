import { expect, test } from 'vitest'
import { notAsked } from '../src/not-asked.ts'
import { type Question, questionsOf, readQuestions } from '../src/questions.ts'

const PLACE = { folder: 'reading/some', clock: '2023-01-16T08:00:00+07:00' }

test('a line with choices asks once with each, with its words and a name of its own', () => {
  const [first, second, ...more] = readQuestions('report {a|b} "hai chữ" {|--lang vi}', PLACE)
  expect(first).toEqual({
    name: 'reading/some/report_a_hai_chu',
    line: 'report a "hai chữ"',
    words: ['report', 'a', 'hai chữ'],
    clock: PLACE.clock,
  })
  expect(second?.words).toEqual(['report', 'a', 'hai chữ', '--lang', 'vi'])
  expect(more).toHaveLength(2)
})

test('comments are passed over, a clock holds for what follows, a repeated question has another name', () => {
  const text = '# why\nstatus\n\n@2023-01-17T09:00:00+07:00\nstatus\nset x ""\n'
  const [first, again, empty] = readQuestions(text, PLACE)
  expect([first?.name, again?.name]).toEqual(['reading/some/status', 'reading/some/status.2'])
  expect([first?.clock, again?.clock]).toEqual([PLACE.clock, '2023-01-17T09:00:00+07:00'])
  expect(empty?.words).toEqual(['set', 'x', ''])
})

test('every group has questions, each with a name of its own', () => {
  const groups = ['reading', 'writing', 'portals', 'routes', 'routes-with-key', 'routes-writing']
  const names = groups.flatMap((group) => questionsOf(group, '').map(({ name }) => name))
  expect(new Set(names).size).toBe(names.length)
  for (const group of groups) expect(questionsOf(group, '')).not.toEqual([])
})

test('options, commands, routes and parameters that no question uses are told', () => {
  const help =
    'Options:\n  -o, --output <folder>  where\n  --by <groups>  split\n\nCommands:\n  show <ID>  one\n'
  const api = {
    paths: { '/v1/runs/{id}': { get: {} }, '/v1/runs': { get: parametersOf('limit') } },
  }
  const questions = ['runs --help', 'runs -o out', 'GET /openapi.json', 'GET /v1/runs?after=x']
  const asked = questions.map((line): Question => {
    return { name: line, line, words: line.split(' '), clock: '' }
  })
  const answers = new Map([
    ['runs --help', `===== stdout\n${help}===== stderr: nothing\n`],
    ['GET /openapi.json', `status 200\n===== body\n${JSON.stringify(api)}\n`],
  ])
  expect(notAsked(asked, answers)).toEqual([
    'runs --by',
    'runs show',
    'GET /v1/runs/{id}',
    'GET /v1/runs limit',
  ])
})

function parametersOf(...names: readonly string[]) {
  return { parameters: names.map((name) => ({ in: 'query', name })) }
}
