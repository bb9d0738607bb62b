/** What is said to those who write connectors. */
export const connectorEn = {
  about: 'begin, try and prove a connector of your own',
  new: 'write the package of a new connector; FOLDER becomes its name',
  test: 'run the conformance suite of the package in PATH',
  output: 'folder to write into; it must be empty',
  columns: {
    connector: 'Connector',
    part: 'Part',
    check: 'Check',
    result: 'Result',
    told: 'What to do',
  },
  passed: 'Passed',
  failed: 'Failed',
  stream: (name: string, entity: string, read: number, refused: number) =>
    `${name} (${entity}): ${read} records on the first page, ${refused} refused`,
  nothing: (name: string, entity: string) => `${name} (${entity}): nothing`,
  refused: 'refused',
  removed: 'removed',
  more: (count: number) => `and ${count} more`,
  recorded: (stream: string, exchanges: number, kept: number, masked: number) =>
    `${stream}: ${exchanges} answers; values of ${kept} fields kept, of ${masked} replaced`,
  look: (folder: string) =>
    `Look at ${folder}/fields.txt before you hand them on: it names each field that was kept.`,
  begun: (folder: string, files: number) =>
    `Wrote ${files} files into ${folder}. Now: cd ${folder} && npm install && npm test`,
  proven: (connector: string, passed: number, failed: number) =>
    `${connector}: ${passed} checks passed, ${failed} failed`,
}
