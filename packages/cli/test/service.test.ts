import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAppError } from '@cchc/domain'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addService } from '../src/commands/service/service.ts'
import type { ServiceRun } from '../src/commands/service/service-run.ts'
import type { SystemTools } from '../src/commands/service/system-tools.ts'
import { systemdUnit } from '../src/commands/service/systemd-unit.ts'
import { windowsTask } from '../src/commands/service/windows-task.ts'
import { contextIn } from './cchc-inside.ts'

const RUN: ServiceRun = {
  name: 'serve',
  program: ['/opt/a "hub"/node', '/opt/50% $hub/cchc.js'],
  config: '/srv/cchc/cchc.config.yaml',
  folder: '/srv/cchc',
  writable: ['/srv/my reports'],
  user: 'cchc',
}

const SIGN = '/run/systemd/system'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-service-'))
  writeFileSync(join(folder, 'cchc.config.yaml'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A machine that writes down what is done to it; the commands whose line `fails` fits fail, `without` is not there. */
function machine(fails = /^$/, without = '') {
  const files = new Map<string, string>()
  const lines: string[] = []
  const tools: SystemTools = {
    run(command, words) {
      const line = [command, ...words].join(' ')
      lines.push(line)
      return { code: fails.test(line) ? 1 : 0, told: fails.test(line) ? 'failed' : 'active' }
    },
    isThere: (path) => path !== without && (path === SIGN || files.has(path) || existsSync(path)),
    write: (path, bytes) => files.set(path, Buffer.from(bytes).toString()),
    remove: (path) => files.delete(path),
  }
  return { tools, files, lines }
}

/** Runs `cchc service …` in the folder; gives what was printed and how it ended. */
async function service(words: readonly string[], tools: SystemTools) {
  let [out, code] = ['', -1]
  const context = await contextIn('en')
  const print = (text: string) => {
    out += `${text}\n`
  }
  const terminal = { ...context.terminal, print, note: print }
  const exitWith = (ended: number) => {
    code = ended
  }
  const program = new Command().option('--config <file>').exitOverride()
  addService(program, { ...context, terminal, exitWith, cwd: folder }, tools)
  await program.parseAsync(['service', ...words], { from: 'user' })
  return { out, code }
}

describe('a unit of systemd', () => {
  test('starts the command with its configuration, as a user, and again when it fails', () => {
    expect(systemdUnit(RUN).split('\n')).toEqual(
      expect.arrayContaining([
        'User=cchc',
        'WorkingDirectory=/srv/cchc',
        'Environment=MALLOC_ARENA_MAX=1',
        'EnvironmentFile=-/srv/cchc/cchc.env',
        String.raw`ExecStart="/opt/a \"hub\"/node" "/opt/50%% $$hub/cchc.js" "serve" "--config" "/srv/cchc/cchc.config.yaml"`,
        'Restart=on-failure',
        'ReadWritePaths="/srv/cchc" "/srv/my reports"',
        'NoNewPrivileges=yes',
      ]),
    )
  })

  const ANALYZE = '/usr/bin/systemd-analyze'
  test.runIf(existsSync(ANALYZE))('is understood by systemd', () => {
    const unit = join(folder, 'cchc-serve.service')
    const own = [process.execPath, '/cchc.js'] as const
    writeFileSync(unit, systemdUnit({ ...RUN, program: own, user: 'root' }))
    execFileSync(ANALYZE, ['verify', '--recursive-errors=no', unit], { stdio: 'pipe' })
  })
})

test('a task of Windows starts with the machine, and is XML whatever paths hold', () => {
  const task = windowsTask({
    ...RUN,
    program: ['C:\\a & b\\node.exe', 'C:\\cchc.js'],
    folder: 'C:\\cchc',
  })
  expect(task).toContain(
    String.raw`/d /s /c ""C:\a &amp; b\node.exe" "C:\cchc.js" "serve" "--config" "/srv/cchc/cchc.config.yaml" &gt;&gt; "C:\cchc\cchc-serve.log" 2&gt;&amp;1"`,
  )
  expect(task).toContain('<BootTrigger>')
  expect(task).toContain('<UserId>cchc</UserId>')
})

describe.runIf(process.platform !== 'win32')('services of this machine', () => {
  const UNIT = '/etc/systemd/system/cchc-serve.service'

  test('are installed, told of, and removed', async () => {
    const { tools, files, lines } = machine()
    const { code } = await service(['install', 'serve', '--user', 'cchc'], tools)
    expect(code).toBe(0)
    expect(files.get(UNIT)).toContain(`"--config" "${join(folder, 'cchc.config.yaml')}"`)
    expect(lines).toEqual([
      'systemctl daemon-reload',
      'systemctl enable cchc-serve',
      'systemctl restart cchc-serve',
    ])
    expect((await service(['status'], tools)).out).toContain('cchc-serve: active')
    await service(['remove', 'serve'], tools)
    expect(lines.at(-1)).toBe('systemctl disable --now cchc-serve')
    expect(files.size).toBe(0)
    expect((await service(['status'], tools)).out).toContain('cchc-serve: is not installed')
  })

  test('that the system refuses leave nothing, and say what to do', async () => {
    const { tools, files } = machine(/enable/)
    const refused = service(['install', 'serve', '--user', 'cchc'], tools)
    await expect(refused).rejects.toSatisfy((error) => isAppError(error, 'machine_refused'))
    expect(files.size).toBe(0)
  })

  test('are neither installed nor told of where systemd does not run', async () => {
    const { tools, files, lines } = machine(/^$/, SIGN)
    const said = 'systemd does not run on this machine'
    const refused = service(['install', 'serve', '--user', 'cchc'], tools)
    await expect(refused).rejects.toSatisfy((error) => isAppError(error, 'machine_refused'))
    await expect(service(['install', 'serve', '--user', 'cchc'], tools)).rejects.toThrow(said)
    expect([files.size, lines.length]).toEqual([0, 0])
    expect((await service(['status'], tools)).out).toContain('cchc-serve: is not installed')
    files.set(UNIT, '')
    for (const word of ['status', 'remove']) {
      await expect(service([word], tools)).rejects.toThrow(said)
    }
    expect([...files.keys()]).toEqual([UNIT])
  })

  test('that do not run make the status fail', async () => {
    const { tools } = machine(/is-active/)
    await service(['install', 'serve', '--user', 'cchc'], tools)
    expect(await service(['status'], tools)).toMatchObject({ code: 1 })
  })

  test('are only shown with --print, for Windows too', async () => {
    const { tools, files, lines } = machine()
    const unit = await service(['install', 'serve', '--user', 'cchc', '--print'], tools)
    expect(unit.out).toContain('[Service]')
    const task = await service(['install', 'serve', '--print', '--system', 'windows'], tools)
    expect(task.out).toContain('<UserId>S-1-5-19</UserId>')
    expect([files.size, lines.length]).toEqual([0, 0])
    await expect(service(['install', '--system', 'windows'], tools)).rejects.toThrow(
      'only be printed',
    )
  })

  test('never run as root unless somebody says it', async () => {
    const own = process.getuid?.() ?? 0
    const printed = service(['install', 'serve', '--print'], machine().tools)
    if (own === 0) await expect(printed).rejects.toThrow('belongs to root')
    else expect((await printed).out).toContain(`User=${own}\n`)
  })
})
