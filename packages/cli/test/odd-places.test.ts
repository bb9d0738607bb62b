import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enteredFolder } from './entered-folder.ts'

const { cchc, folder, close } = enteredFolder()
afterAll(close)
beforeAll(() => {
  spawnSync('mkfifo', [join(folder, 'pipe')])
  writeFileSync(join(folder, 'file'), '')
  symlinkSync('loop', join(folder, 'loop'))
})

describe('a report is written into a folder, or the command ends with a sentence', () => {
  const places = ['file', 'pipe', 'loop', join('file', 'below'), '/dev/full']
  places.push('x'.repeat(300), `${'x'.repeat(300)}.csv`, join('file', 'below.csv'))
  const unwritable = existsSync('/proc/self') ? ['/proc/x/y'] : []
  test.each([...places, ...unwritable])('-o %s', (place) => {
    const asked = ['bnv-581-department', '--period', '2023', '--format', 'csv', '-o', place]
    const { code, out, notes } = cchc('report', ...asked)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(notes).toMatch(/ cannot be written \(E[A-Z]+\)\nWhat to do: Name another folder/)
  })
})

test.each(['loop', 'x'.repeat(300), join('file', 'below'), 'none'])(
  'check %s ends with a sentence',
  (place) => {
    const { code, notes } = cchc('check', place)
    expect(code).toBe(2)
    expect(notes).toMatch(/cannot be read \(E[A-Z]+\)\nWhat to do: /)
  },
)

describe('a pipe is no input', () => {
  test.each([
    ['check', 'pipe'],
    ['indicators', 'import', 'pipe', '--period', '2023'],
    ['plan', 'import', 'pipe', '--year', '2023'],
    ['status', '--config', 'pipe'],
  ])('%s %s %s', (...words) => {
    const { code, out, notes } = cchc(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(notes).toContain('pipe is no ordinary file (a pipe, socket or device)')
  })

  test('nor a secret, a form of one’s own or a folder of exports', () => {
    const secret = ['$', '{file:pipe}'].join('')
    writeFileSync(join(folder, 'secret.yaml'), `store: { url: "${secret}" }\nsources: {}\n`)
    expect(cchc('status', '--config', 'secret.yaml').notes).toContain('store.url: ')
    spawnSync('sh', ['-c', 'mkdir forms && mkfifo forms/own.json'], { cwd: folder })
    writeFileSync(join(folder, 'forms.yaml'), 'reporting: { templates: forms }\nsources: {}\n')
    expect(cchc('status', '--config', 'forms.yaml').notes).toContain('own.json is no ordinary file')
    expect(cchc('init', '--config', 'new.yaml', '--from', 'pipe').notes).toContain(
      'pipe: is neither a folder nor an ordinary file',
    )
  })
})

test('figures print as numbers however they were typed', () => {
  const figure = ['direction_documents', '0001234', '--period', '2022', '--format', 'json']
  expect(JSON.parse(cchc('indicators', 'set', ...figure).out)).toMatchObject({ value: '1.234' })
  const csv = 'STT;Chỉ tiêu;ĐVT;Số liệu\n1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;00005\n'
  writeFileSync(join(folder, 'typed.csv'), csv)
  cchc('indicators', 'import', 'typed.csv', '--period', '2022')
  const report = cchc('report', 'bnv-581-department', '--period', '2022', '--format', 'md')
  expect(report.out).toMatch(/Số nhiệm vụ đề ra trong kế hoạch \| Nhiệm vụ \| 5 \|/)
})
