/** Finds the pages of rules in this package. */
import { fileURLToPath } from 'node:url'
import { rulePage } from '../lint/index.ts'
import { exists } from './files.ts'

/** The URL of a rule's page; `undefined` if the package does not contain the pages, or if there is no such rule. */
export function pageOf(ruleId: string): string | undefined {
  // `src/repository/` and `dist/` (with its chunks) are at different depths below the package.
  return ['..', '../..', '../../..']
    .map((up) => new URL(`${up}/${rulePage(ruleId)}`, import.meta.url))
    .find((page) => exists(fileURLToPath(page)))?.href
}
