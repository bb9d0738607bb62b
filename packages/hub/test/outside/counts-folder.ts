import { defineConnector, FilesSource } from '@cchc/connector-kit'
import { DOSSIER_COUNT_KEY, DossierCount, Organisation } from '@cchc/domain'

/** What a unit states of itself, each file a list of rows; and the units that are known. */
export const countsFolder = defineConnector({
  kind: 'files',
  id: 'counts-folder',
  version: '1.0.0',
  title: 'Thư mục số liệu',
  config: FilesSource,
  streams: {
    counts: {
      entity: 'dossier-count',
      record: DossierCount,
      key: DOSSIER_COUNT_KEY,
      deletes: 'absence',
    },
    units: { entity: 'organisation', record: Organisation, key: ['code'], deletes: 'absence' },
  },
  open: (_, { files }) => {
    const read = async function* (isWanted: (name: string) => boolean) {
      for (const file of await files.list()) {
        if (!isWanted(file.path)) continue
        const rows: object[] = JSON.parse(new TextDecoder().decode(await files.read(file)))
        const records = rows.map((row) => ({ document: file.path, ...row }))
        yield { records: records as never[], cursor: undefined }
      }
    }
    return {
      counts: { read: () => read((name) => name !== 'units.json') },
      units: { read: () => read((name) => name === 'units.json') },
    }
  },
  check: async (_, { files }) => void (await files.list()),
})
