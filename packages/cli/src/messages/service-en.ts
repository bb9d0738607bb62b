/** What is said of services of the system. */
export const serviceEn = {
  about: 'run serve and worker as services of this machine (systemd, Windows)',
  install: 'install services, start them, and start them with the machine',
  status: 'whether they run; exit code 1 when one that is installed does not',
  remove: 'stop services and take them out',
  names: 'which ones; all unless named',
  user: 'user as whom it runs; the owner of the configuration unless named',
  writable: 'further folders into which it may write: of a database, of reports',
  print: 'show what would be installed, and change nothing',
  system: 'system whose form is shown; this one unless told',
  installed: (name: string, path: string) => `cchc-${name} is installed (${path}) and was started.`,
  removed: 'stopped and removed',
  notThere: 'is not installed',
}
