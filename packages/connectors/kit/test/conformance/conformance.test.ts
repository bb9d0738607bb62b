import { testConnector } from '../../src/conformance/conformance.ts'
import { queued } from './bugs/queued.ts'
import { oneStop } from './one-stop.ts'
import { OPTIONS } from './options.ts'

testConnector(oneStop(), OPTIONS)
testConnector(oneStop({ id: 'queue', ...queued() }), OPTIONS)
