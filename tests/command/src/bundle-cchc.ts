import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'
import { SOURCE } from './cchc.ts'

/** Packages of many small modules; every other stays where it is, with its own files and native parts. */
const GATHERED = ['kysely', 'zod', 'yaml', 'commander']

/** Writes the source of `cchc` into few files of a folder and returns the one that starts it: 1,150 modules are 110. */
export async function bundleCchc(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: { cchc: SOURCE },
    platform: 'node',
    plugins: [leaveOutside, keepPlaces],
    logLevel: 'silent',
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  await bundle.close()
  return join(folder, 'cchc.mjs')
}

const leaveOutside: Plugin = {
  name: 'leave packages where they are',
  async resolveId(source, importer) {
    if (!importer || !/^[@a-z]/.test(source) || source.startsWith('@cchc/')) return
    if (GATHERED.includes(source.split('/')[0] ?? '')) return
    const found = await this.resolve(source, importer, { skipSelf: true })
    if (found && !found.external) return { id: found.id, external: 'absolute' }
  },
}

/** What source finds beside itself, templates, threads and the version, it goes on finding there. */
const keepPlaces: Plugin = {
  name: 'keep the places of source files',
  transform(code, id) {
    if (!code.includes('import.meta.') || id.includes('node_modules')) return
    const places = {
      'import.meta.url': pathToFileURL(id).href,
      'import.meta.dirname': join(id, '..'),
      'import.meta.filename': id,
    }
    let placed = code
    for (const [name, value] of Object.entries(places)) {
      placed = placed.replaceAll(name, JSON.stringify(value))
    }
    return placed
  },
}
