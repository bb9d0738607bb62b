import { writeFileSync } from 'node:fs'
import { countingRulesPage } from './counting-rules-page.ts'

const PAGE = new URL('../../../../docs/counting-rules.md', import.meta.url)

writeFileSync(PAGE, countingRulesPage())
