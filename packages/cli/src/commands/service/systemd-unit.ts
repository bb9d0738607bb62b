import { type ServiceRun, wordsOf } from './service-run.ts'

/**
 * A unit of systemd. What the service says goes to the journal; secrets may stand in `cchc.env` beside the configuration. It
 * can write into its own folders alone. A wrong configuration (exit code 2) is not tried again. With one arena for all
 * threads the C library gives back what they no longer need.
 */
export function systemdUnit(run: ServiceRun): string {
  const { name, program, folder, writable, user } = run
  return `[Unit]
Description=CCHC Hub: cchc ${name}
Wants=network-online.target
After=network-online.target postgresql.service

[Service]
Type=exec
User=${user}
WorkingDirectory=${raw(folder)}
Environment=MALLOC_ARENA_MAX=1
EnvironmentFile=-${raw(folder)}/cchc.env
ExecStart=${[program[0], ...wordsOf(run)].map(argument).join(' ')}
Restart=on-failure
RestartSec=10
RestartPreventExitStatus=2
SuccessExitStatus=130 143
TimeoutStopSec=120
StandardOutput=journal
StandardError=journal
SyslogIdentifier=cchc-${name}
UMask=0077
ReadWritePaths=${[folder, ...writable].map(quoted).join(' ')}
${HARDENING}
[Install]
WantedBy=multi-user.target
`
}

/** Node makes code while it runs, so that memory may be written and run. */
const HARDENING = `ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
ProtectProc=invisible
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
SystemCallArchitectures=native
SystemCallFilter=@system-service
`

/** A path that is the whole value: % begins a specifier of systemd. */
function raw(path: string): string {
  return path.replaceAll('%', '%%')
}

function quoted(path: string): string {
  return `"${raw(path).replace(/[\\"]/g, '\\$&')}"`
}

/** A word of a command line, in which $ begins a variable, too. */
function argument(word: string): string {
  return quoted(word).replaceAll('$', '$$$$')
}
