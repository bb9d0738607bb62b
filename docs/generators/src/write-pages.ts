import { readFileSync, writeFileSync } from 'node:fs'
import { auditRulesPage } from './audit-rules/audit-rules-page.ts'
import { withFiles } from './blocks-of-files.ts'
import { countingRulesPage } from './counting-rules/counting-rules-page.ts'
import { formsPage } from './forms/forms-page.ts'

const pageOf = (name: string) => new URL(`../../${name}.md`, import.meta.url)

writeFileSync(pageOf('counting-rules'), countingRulesPage())
writeFileSync(pageOf('audit-rules'), await auditRulesPage())
writeFileSync(pageOf('forms'), formsPage())

const connector = pageOf('write-a-connector')
writeFileSync(connector, withFiles(readFileSync(connector, 'utf8')))
