import { writeFileSync } from 'node:fs'
import { countingRulesPage } from './counting-rules-page.ts'

const PAGE = new URL('../../../counting-rules.md', import.meta.url)

writeFileSync(PAGE, countingRulesPage())
