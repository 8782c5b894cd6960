/** The pages of rules, as they lie in this package. */

import { fileURLToPath } from 'node:url'
import { rulePage } from '../lint/index.ts'
import { exists } from './files.ts'

/** The URL of a rule's page; nothing where the package came without it, and for what is no rule, as the mistakes of models. */
export function pageOf(ruleId: string): string | undefined {
  // Both `src/repository/` and `dist/` (with the chunks in it or below it) are looked for the package they belong to.
  return ['..', '../..', '../../..']
    .map((up) => new URL(`${up}/${rulePage(ruleId)}`, import.meta.url))
    .find((page) => exists(fileURLToPath(page)))?.href
}
