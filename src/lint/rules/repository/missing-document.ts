import { defineRule } from '../../rule.ts'
import { pages } from './examples.ts'

const path = 'goals/selected/roofs.yaml'

export const missingDocument = defineRule({
  name: 'repository/missing-document',
  severity: 'error',
  what: 'A model without a document',
  why: 'The goal is not published until `goaldoc render` writes its document.',
  wrong: [{ text: 'title: Paint all roofs white\n', path, site: { pages, withoutDocument: [path] } }],
  right: [{ text: 'title: Paint all roofs white\n', path, site: { pages } }],
  subject: 'model',
  needs: 'site',
  check(context) {
    const { path, lines, site } = context
    if (!site!.withoutDocument.has(path)) return
    const line = lines.find((one) => /^\w/.test(one.text)) ?? lines[0]
    const document = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '.rst')
    context.report({
      offset: line?.offset ?? 0,
      endOffset: line?.end ?? 0,
      message: `Missing document \`${document}\`; \`goaldoc render\` writes it`,
    })
  },
})
