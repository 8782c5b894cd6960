/** Directives for the document as a whole: `contents`, `sectnum`, `header`, `footer`, `title`, `target-notes`. */
import { languageOf, unsupportedLanguage } from '../languages.ts'
import { normalizeName } from '../name.ts'
import { plainText } from '../plain-text.ts'
import type { RstNode } from '../tree.ts'
import { misplacedError } from './containers.ts'
import type { Directive, Invocation } from './directive.ts'
import { addToDecoration, setTitle } from './document.ts'
import { labelsOf } from './languages.ts'
import { anyInteger, choice, classNames, commonOptions, flag, nonnegativeInteger, unchangedRequired } from './options.ts'
import { addClasses, addName, elementOf, inlineElement } from './parts.ts'
import { pendingNode } from './pending.ts'

const backlinks = choice('top', 'entry', 'none')

export const contents: Directive = {
  names: ['contents'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: {
    depth: nonnegativeInteger,
    local: flag,
    class: classNames,
    backlinks(argument, docutils) {
      const link = backlinks(argument, docutils)
      return 'value' in link && link.value === 'none' ? { value: null } : link
    },
  },
  run(invocation) {
    const wrong = misplacedError(invocation)
    if (wrong) return wrong
    const { parser, options, start, end } = invocation
    const label = labelsOf(parser.options, parser.docutils).contents
    const { languageCode } = parser.options
    if (!parser.aboutDocument.isLanguageReported && languageOf(languageCode, parser.docutils) === undefined) {
      parser.message(2, unsupportedLanguage(languageCode), parser.rootLine, { start, end })
      parser.aboutDocument.isLanguageReported = true
    }
    const node = elementOf(invocation, 'topic', { classes: ['contents'] })
    addClasses(invocation, node)
    let messages: RstNode[] = []
    let name = label
    if (invocation.arguments.length > 0) {
      const title = inlineElement(invocation, 'title', invocation.argumentLines)
      messages = title.messages
      name = plainText(title.node)
      node.children.push(title.node)
    } else if (!options.has('local')) {
      // This title is generated, so it has no place in the source.
      node.children.push(parser.element('title', start, start, {}, [parser.text(label, start, start)]))
    }
    if (options.has('local')) node.attributes.classes = [...(node.attributes.classes as string[]), 'local']
    const target = normalizeName(name)
    if (!parser.names.nameIds.has(target)) node.attributes.names = [target]
    node.children.push(pendingNode(invocation, 'parts.Contents', options, end))
    parser.names.noteImplicitTarget(node, node.children)
    return [node, ...messages]
  },
}

export const sectnum: Directive = {
  names: ['sectnum', 'section-numbering'],
  options: { depth: anyInteger, start: anyInteger, prefix: unchangedRequired, suffix: unchangedRequired },
  run: (invocation) => [pendingNode(invocation, 'parts.SectNum', invocation.options)],
}

export const targetNotes: Directive = {
  names: ['target-notes'],
  options: commonOptions,
  until: { name: 'targetNotesUnnamed' },
  run(invocation) {
    const { options } = invocation
    const node = pendingNode(
      invocation,
      'references.TargetNotes',
      [...options].filter(([name]) => name !== 'name'),
    )
    addName(invocation, node)
    return [node]
  },
}

function decoration(type: 'header' | 'footer'): Directive {
  return {
    names: [type],
    content: 'required',
    run(invocation: Invocation) {
      addToDecoration(invocation, type)
      return []
    },
  }
}

export const header = decoration('header')
export const footer = decoration('footer')

export const title: Directive = {
  names: ['title'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  run(invocation) {
    setTitle(invocation.parser, invocation.arguments[0] as string)
    return []
  },
}
