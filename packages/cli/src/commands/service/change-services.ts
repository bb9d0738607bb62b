import { isAppError, MachineRefused, say } from '@cchc/domain'
import type { ServiceManager } from './service-manager.ts'
import type { ServiceRun } from './service-run.ts'
import type { SystemTools } from './system-tools.ts'

/** A service as it is named: enough to find it again. */
type Named = Pick<ServiceRun, 'name' | 'folder'>

/** Writes what the system reads and has it start the service, also after every start of the machine. Returns
 * the file; where the system refuses a new one, it is gone again. MachineRefused where nothing here keeps services. */
export function installService(
  run: ServiceRun,
  manager: ServiceManager,
  tools: SystemTools,
): string {
  const path = manager.path(run)
  requireAtWork(manager, tools)
  const wasThere = tools.isThere(path)
  attempt(path, () => tools.write(path, bytesOf(manager, run)))
  try {
    for (const line of manager.installed(run.name, path)) runOrThrow(line, tools)
  } catch (thrown) {
    if (!wasThere) tools.remove(path)
    throw thrown
  }
  return path
}

/** Stops a service and takes it out of the system; false where it is not there. */
export function removeService(named: Named, manager: ServiceManager, tools: SystemTools): boolean {
  const path = manager.path(named)
  if (!tools.isThere(path)) return false
  requireAtWork(manager, tools)
  for (const line of manager.removed(named.name)) runOrThrow(line, tools)
  attempt(path, () => tools.remove(path))
  return true
}

/** What the system says of a service; undefined where it is not installed. MachineRefused as of an installation. */
export function stateOfService(
  named: Named,
  manager: ServiceManager,
  tools: SystemTools,
): { readonly runs: boolean; readonly told: string } | undefined {
  if (!tools.isThere(manager.path(named))) return undefined
  requireAtWork(manager, tools)
  const [command, ...words] = manager.state(named.name)
  const { code, told } = tools.run(command, words)
  return { runs: code === 0, told }
}

function requireAtWork({ sign }: ServiceManager, tools: SystemTools): void {
  if (sign === undefined || tools.isThere(sign)) return
  throw new MachineRefused(
    say('systemd does not run on this machine, so that it starts no service'),
    {
      fix: say(
        'Start cchc serve and cchc worker by what starts programs here, as a container does; --print shows how they are started.',
      ),
    },
  )
}

function bytesOf({ encoding, text }: ServiceManager, run: ServiceRun): Uint8Array {
  const mark = encoding === 'utf16le' ? '\uFEFF' : ''
  return Buffer.from(mark + text(run), encoding)
}

function runOrThrow([command = '', ...words]: readonly string[], tools: SystemTools): void {
  const { code, told } = tools.run(command, words)
  if (code === 0) return
  const line = [command, ...words].join(' ')
  throw new MachineRefused(say('{line} failed: {told}', { line, told: told || String(code) }), {
    fix: FIX,
  })
}

function attempt(path: string, work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (isAppError(thrown)) throw thrown
    const { code = 'unknown' } = thrown as NodeJS.ErrnoException
    throw new MachineRefused(say('{path} cannot be written ({code})', { path, code }), { fix: FIX })
  }
}

const FIX = say(
  'Run it as the administrator of this machine (sudo), or put what --print shows into its place yourself.',
)
