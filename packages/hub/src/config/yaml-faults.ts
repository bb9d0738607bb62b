import { type Message, say } from '@cchc/domain'
import type { ErrorCode } from 'yaml'

/** What each fault of a YAML text is called. The parser's own message can quote the line, and with it a secret. */
export const YAML_FAULTS: Readonly<Record<ErrorCode, Message>> = {
  ALIAS_PROPS: say('alias props'),
  BAD_ALIAS: say('bad alias'),
  BAD_COLLECTION_TYPE: say('bad collection type'),
  BAD_DIRECTIVE: say('bad directive'),
  BAD_DQ_ESCAPE: say('bad dq escape'),
  BAD_INDENT: say('bad indent'),
  BAD_PROP_ORDER: say('bad prop order'),
  BAD_SCALAR_START: say('bad scalar start'),
  BLOCK_AS_IMPLICIT_KEY: say('block as implicit key'),
  BLOCK_IN_FLOW: say('block in flow'),
  DUPLICATE_KEY: say('duplicate key'),
  IMPOSSIBLE: say('impossible'),
  KEY_OVER_1024_CHARS: say('key over 1024 chars'),
  MISSING_CHAR: say('missing char'),
  MULTILINE_IMPLICIT_KEY: say('multiline implicit key'),
  MULTIPLE_ANCHORS: say('multiple anchors'),
  MULTIPLE_DOCS: say('multiple docs'),
  MULTIPLE_TAGS: say('multiple tags'),
  NON_STRING_KEY: say('non string key'),
  RESOURCE_EXHAUSTION: say('resource exhaustion'),
  TAB_AS_INDENT: say('tab as indent'),
  TAG_RESOLVE_FAILED: say('tag resolve failed'),
  UNEXPECTED_TOKEN: say('unexpected token'),
}
