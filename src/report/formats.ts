import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { pretty } from './pretty.ts'
import { sarif } from './sarif.ts'
import { zuul } from './zuul.ts'

/** The formats, the common ones first. Add one here; the command line and its help pick it up. */
export const formats: readonly Format[] = [pretty, compact, json, sarif, github, gitlab, junit, checkstyle, zuul]
