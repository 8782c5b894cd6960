/** The rules about a repository as a whole. */
import type { Rule } from '../../rule.ts'
import { deadRedirect } from './dead-redirect.ts'
import { finishedGoal } from './finished-goal.ts'
import { goalState } from './goal-state.ts'
import { missingDocument } from './missing-document.ts'
import { redirectChain } from './redirect-chain.ts'
import { redirectCycle } from './redirect-cycle.ts'
import { redirectPattern } from './redirect-pattern.ts'
import { redirectTest } from './redirect-test.ts'
import { redirectedPage } from './redirected-page.ts'
import { releaseOrder } from './release-order.ts'
import { staleIndex } from './stale-index.ts'
import { unusedRedirect } from './unused-redirect.ts'

/** Add one here. Only `goaldoc check` runs them, because they need the whole repository. */
export const repositoryRules: readonly Rule[] = [
  deadRedirect,
  redirectChain,
  redirectCycle,
  redirectedPage,
  unusedRedirect,
  redirectTest,
  redirectPattern,
  releaseOrder,
  staleIndex,
  missingDocument,
  goalState,
  finishedGoal,
]
