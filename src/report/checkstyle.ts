/** Checkstyle XML, which many review tools read. */
import type { Format } from './format.ts'
import { escapeXml } from './xml.ts'

export const checkstyle: Format = {
  name: 'checkstyle',
  description: 'Checkstyle XML, for review tools',
  format(results) {
    const files = results.map(({ path, diagnostics }) => {
      const errors = diagnostics.map(
        ({ line, column, severity, message, ruleId }) =>
          `    <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(message)}" source="goaldoc.${ruleId.replace('/', '.')}"/>\n`,
      )
      return `  <file name="${escapeXml(path)}">\n${errors.join('')}  </file>\n`
    })
    return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`
  },
}
