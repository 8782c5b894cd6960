/** The document after its fixes, shown as a comparison with what it is. */
import type { Tab } from './tab.ts'

export const fixed: Tab = {
  name: 'fixed',
  title: 'Fixed',
  show: (look) => look.fixed(),
}
