import type { Connector } from '@cchc/connector-kit'

/** Every connector by the id that configurations name; each is loaded when a source needs it. */
const CONNECTORS: Readonly<Record<string, () => Promise<unknown>>> = {
  opencps: async () => (await import('@cchc/connector-opencps')).openCps,
  igate: async () => (await import('@cchc/connector-igate')).igate,
  spreadsheet: async () => (await import('@cchc/connector-spreadsheet')).spreadsheet,
  'national-dvc': async () => (await import('@cchc/connector-national-dvc')).nationalDvc,
}

/** The ids that a source's `connector` can have. */
export function builtInConnectors(): string[] {
  return Object.keys(CONNECTORS)
}

/** The connector of that id; undefined when there is none. Its configuration and readers are checked where they are used. */
export async function loadConnector(id: string): Promise<Connector | undefined> {
  return Object.hasOwn(CONNECTORS, id) ? ((await CONNECTORS[id]?.()) as Connector) : undefined
}
