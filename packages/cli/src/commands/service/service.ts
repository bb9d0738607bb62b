import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError, say, UsageError } from '@cchc/domain'
import { Argument, type Command, Option } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { helpGroup } from '../../command-group.ts'
import { EXIT } from '../../exit-code.ts'
import listed from '../../listed-commands.json' with { type: 'json' }
import { installService, removeService, stateOfService } from './change-services.ts'
import { SERVICE_MANAGERS, type SystemName } from './service-manager.ts'
import type { ServiceRun } from './service-run.ts'
import { MACHINE, type SystemTools } from './system-tools.ts'

/** The commands that run all the time. */
const SERVICES = ['serve', 'worker'].filter((name) => name in listed)

interface InstallOptions {
  readonly user?: string
  readonly writable?: readonly string[]
  readonly print?: boolean
  readonly system: SystemName
}

/** Adds the commands of services; `tools` do what they do to the machine. */
export function addService(
  program: Command,
  context: CommandContext,
  tools: SystemTools = MACHINE,
): void {
  const { service } = context.messages
  const group = helpGroup(program, { name: 'service', about: service.about })
  const named = () => new Argument('[NAME...]', service.names).choices(SERVICES)
  const system = new Option('--system <system>', service.system)
    .choices(Object.keys(SERVICE_MANAGERS))
    .default(process.platform === 'win32' ? 'windows' : 'systemd')
  group
    .command('install')
    .description(service.install)
    .addArgument(named())
    .option('--user <user>', service.user)
    .option('--writable <folder...>', service.writable)
    .option('--print', service.print)
    .addOption(system)
    .action(action<InstallOptions>(context, async (invocation) => install(invocation, tools)))
  group
    .command('status')
    .description(service.status)
    .action(action<object>(context, async (invocation) => status(invocation, tools)))
  group
    .command('remove')
    .description(service.remove)
    .addArgument(named())
    .action(action<object>(context, async (invocation) => remove(invocation, tools)))
}

async function install(
  invocation: Invocation<InstallOptions>,
  tools: SystemTools,
): Promise<number> {
  const { options, terminal, messages } = invocation
  const manager = SERVICE_MANAGERS[options.system]
  const { config, folder } = await placeOf(invocation)
  if (!options.print && options.system !== ownSystem()) throw otherSystem()
  if (!tools.isThere(config)) throw noConfiguration(config)
  const user = options.user ?? manager.userOf(config)
  const writable = (options.writable ?? []).map((path) => resolve(invocation.cwd, path))
  for (const name of chosen(invocation)) {
    const run: ServiceRun = { name, program: programOf(), config, folder, writable, user }
    if (options.print) {
      terminal.print(manager.text(run).trimEnd())
      continue
    }
    const path = installService(run, manager, tools)
    terminal.note(messages.service.installed(name, path))
  }
  return EXIT.done
}

async function status(invocation: Invocation, tools: SystemTools): Promise<number> {
  const { terminal, messages } = invocation
  const { folder } = await placeOf(invocation)
  const manager = SERVICE_MANAGERS[ownSystem()]
  const states = SERVICES.map((name) => {
    return { name, state: stateOfService({ name, folder }, manager, tools) }
  })
  for (const { name, state } of states) {
    terminal.print(`cchc-${name}: ${state?.told ?? messages.service.notThere}`)
  }
  return states.some(({ state }) => state?.runs === false) ? EXIT.failed : EXIT.done
}

async function remove(invocation: Invocation, tools: SystemTools): Promise<number> {
  const { terminal, messages } = invocation
  const { folder } = await placeOf(invocation)
  const manager = SERVICE_MANAGERS[ownSystem()]
  for (const name of chosen(invocation)) {
    const { service } = messages
    const isGone = removeService({ name, folder }, manager, tools)
    terminal.note(`cchc-${name}: ${isGone ? service.removed : service.notThere}`)
  }
  return EXIT.done
}

function chosen({ words }: Invocation): readonly string[] {
  return words.length === 0 ? SERVICES : words
}

async function placeOf({ options, cwd }: Invocation) {
  const { CONFIG_FILE } = await import('@cchc/hub')
  const config = resolve(cwd, options.config ?? CONFIG_FILE)
  return { config, folder: dirname(config) }
}

function ownSystem(): SystemName {
  return process.platform === 'win32' ? 'windows' : 'systemd'
}

/** Where this command itself is; what npx brought is gone when its cache is cleared. */
function programOf(): ServiceRun['program'] {
  const script = realpathSync(process.argv[1] ?? '')
  if (!/[\\/]_npx[\\/]/.test(script)) return [process.execPath, script]
  throw new UsageError(say('This command runs from a cache of npx, which may be cleared'), {
    fix: say('Install it first: npm install -g, or the offline bundle.'),
  })
}

function noConfiguration(path: string): ConfigError {
  return new ConfigError(say('There is no configuration at {path}', { path }), {
    fix: say('Write one with cchc init, or name yours with --config PATH.'),
  })
}

function otherSystem(): UsageError {
  return new UsageError(say('Services of another system can only be printed'), {
    fix: say('Add --print, or leave --system out.'),
  })
}
