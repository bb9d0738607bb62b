import { win32 } from 'node:path'
import { type ServiceRun, wordsOf } from './service-run.ts'

/**
 * A task of the Windows Task Scheduler, as `schtasks /XML` takes it: starts with the machine, again within five minutes of its end,
 * once at a time, without a limit of time. What it says goes to a file beside the configuration. Secrets of the configuration must be
 * `\${file:PATH}`: tasks have no environment of their own.
 */
export function windowsTask(run: ServiceRun): string {
  const { name, program, folder, user } = run
  const words = [program[0], ...wordsOf(run)].map((word) => `"${word}"`).join(' ')
  const log = win32.join(folder, `cchc-${name}.log`)
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>CCHC Hub: cchc ${name}</Description>
  </RegistrationInfo>
  <Triggers>
    <BootTrigger>
      <Repetition>
        <Interval>PT5M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <Enabled>true</Enabled>
    </BootTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${escaped(user)}</UserId>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>cmd.exe</Command>
      <Arguments>${escaped(`/d /s /c "${words} >> "${log}" 2>&1"`)}</Arguments>
      <WorkingDirectory>${escaped(folder)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
