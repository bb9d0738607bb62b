import { testConnector } from '../../src/conformance/conformance.ts'
import { oneStop } from './one-stop.ts'
import { OPTIONS } from './options.ts'

testConnector(oneStop(), OPTIONS)
