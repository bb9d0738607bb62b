import { readFileSync } from 'node:fs'

const BLOCK = /^```ts (packages\/\S+)\n(?:.*?\n)??```$/gms

/** A page whose blocks that are named by a file of the repository hold that file. */
export function withFiles(page: string): string {
  return page.replace(BLOCK, (_, path: string) => {
    const file = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
    return `\`\`\`ts ${path}\n${file}\`\`\``
  })
}
