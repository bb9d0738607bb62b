import { ownerOf } from './owner-of.ts'
import type { ServiceRun } from './service-run.ts'
import { systemdUnit } from './systemd-unit.ts'
import { windowsTask } from './windows-task.ts'

type CommandLine = readonly [command: string, ...words: string[]]

/** What keeps services running on a system: what it is given, and how it is told. */
export interface ServiceManager {
  text(run: ServiceRun): string
  /** As whom services run unless somebody says it. */
  userOf(config: string): string
  encoding: 'utf8' | 'utf16le'
  path(run: Pick<ServiceRun, 'name' | 'folder'>): string
  readonly installed: (name: string, path: string) => readonly CommandLine[]
  readonly removed: (name: string) => readonly CommandLine[]
  /** Says what it is doing: its output is shown as it is, and it fails where the service does not run. */
  readonly state: (name: string) => CommandLine
  /** What is there where it is at work; without it, it always is. */
  readonly sign?: string
}

const RELOAD: CommandLine = ['systemctl', 'daemon-reload']
const task = (name: string) => `CCHC Hub\\cchc-${name}`

export const SERVICE_MANAGERS = {
  systemd: {
    text: systemdUnit,
    userOf: ownerOf,
    encoding: 'utf8',
    path: ({ name }) => `/etc/systemd/system/cchc-${name}.service`,
    installed: (name) => [
      RELOAD,
      ['systemctl', 'enable', `cchc-${name}`],
      ['systemctl', 'restart', `cchc-${name}`],
    ],
    removed: (name) => [['systemctl', 'disable', '--now', `cchc-${name}`]],
    state: (name) => ['systemctl', 'is-active', `cchc-${name}`],
    // As sd_booted(3) looks; in a container or a chroot systemctl enables units and ends with 0, though nothing starts them
    sign: '/run/systemd/system',
  },
  windows: {
    text: windowsTask,
    // LocalService: few rights and no password
    userOf: () => 'S-1-5-19',
    encoding: 'utf16le',
    path: ({ name, folder }) => `${folder}\\cchc-${name}.xml`,
    installed: (name, path) => [
      ['schtasks', '/Create', '/F', '/TN', task(name), '/XML', path],
      ['schtasks', '/Run', '/TN', task(name)],
    ],
    removed: (name) => [
      ['schtasks', '/End', '/TN', task(name)],
      ['schtasks', '/Delete', '/F', '/TN', task(name)],
    ],
    state: (name) => ['schtasks', '/Query', '/TN', task(name), '/FO', 'CSV', '/NH'],
  },
} as const satisfies Readonly<Record<string, ServiceManager>>

export type SystemName = keyof typeof SERVICE_MANAGERS
