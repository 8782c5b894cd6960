/** The document after its fixes, for a comparison with the original. */
import type { Tab } from './tab.ts'

export const fixed: Tab = {
  name: 'fixed',
  title: 'Fixed',
  show: (analysis) => analysis.fixed(),
}
