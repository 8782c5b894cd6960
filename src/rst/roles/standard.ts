/** docutils' own roles (*reStructuredText Interpreted Text Roles*). */
import type { Inline, Parser } from '../context.ts'
import { resolveEscapes } from '../escapes.ts'
import { pepUri, rfcUri } from '../inline/numbered.ts'
import { decimal } from '../python.ts'
import { code } from './code.ts'
import { type Role, type RoleCall, roleElement, roleError, typedText } from './role.ts'

/** A role that makes an element from its text. */
function generic(type: string): Role {
  return { options: ['class'], run: (call, parser) => roleElement(call, parser, type) }
}

/** The base of custom roles that name no other base. */
export const inline = generic('inline')

const math: Role = {
  options: ['class'],
  run: (call, parser) => roleElement(call, parser, 'math', {}, [typedText(call, parser)]),
}

const raw: Role = {
  options: ['class', 'format'],
  run(call, parser) {
    if (!parser.options.rawEnabled) return roleError(call, parser, 2, 'raw (and derived) roles disabled', parser.rootLine)
    const { format } = call.options
    if (format === undefined) {
      const text =
        `No format (Writer name) is associated with this role: "${call.name}".\n` +
        'The "raw" role cannot be used directly.\n' +
        'Instead, use the "role" directive to create a new role with an associated format.'
      return roleError(call, parser, 3, text)
    }
    return roleElement(call, parser, 'raw', { format, 'xml:space': 'preserve' }, [typedText(call, parser)])
  },
}

const pepReference: Role = {
  options: ['class'],
  run(call, parser) {
    const text = resolveEscapes(call.text)
    const number = decimal(text)
    if (number === undefined || number.startsWith('-') || number.length > 4) {
      return roleError(call, parser, 3, `PEP number must be a number from 0 to 9999; "${text}" is invalid.`)
    }
    return reference(call, parser, `PEP ${text}`, pepUri(number))
  },
}

const rfcReference: Role = {
  options: ['class'],
  run(call, parser) {
    const text = resolveEscapes(call.text)
    // `1234#section-5` links to a section, which is not shown.
    const hash = text.indexOf('#')
    const shown = hash < 0 ? text : text.slice(0, hash)
    const number = decimal(shown)
    if (number === undefined || number.startsWith('-') || number === '0') {
      const wrong = `RFC number must be a number greater than or equal to 1; "${text}" is invalid.`
      return roleError(call, parser, 3, wrong)
    }
    return reference(call, parser, `RFC ${number}`, rfcUri(number) + (hash < 0 ? '' : text.slice(hash)))
  },
}

function reference(call: RoleCall, parser: Parser, shown: string, refuri: string): Inline {
  return roleElement(call, parser, 'reference', { refuri }, [parser.text(shown, call.textStart, call.textEnd)])
}

/** A role that docutils knows only by name. */
export const unimplemented: Role = {
  options: ['class'],
  run: (call, parser) => roleError(call, parser, 3, `Interpreted text role "${call.name}" not implemented.`),
}

/** The roles by their canonical names. Add one here. */
export const standardRoles: ReadonlyMap<string, Role> = new Map([
  ['abbreviation', generic('abbreviation')],
  ['acronym', generic('acronym')],
  ['code', code],
  ['emphasis', generic('emphasis')],
  ['literal', generic('literal')],
  ['math', math],
  ['pep-reference', pepReference],
  ['raw', raw],
  ['rfc-reference', rfcReference],
  ['strong', generic('strong')],
  ['subscript', generic('subscript')],
  ['superscript', generic('superscript')],
  ['title-reference', generic('title_reference')],
  ['anonymous-reference', unimplemented],
  ['citation-reference', unimplemented],
  ['footnote-reference', unimplemented],
  ['index', unimplemented],
  ['named-reference', unimplemented],
  ['restructuredtext-unimplemented-role', unimplemented],
  ['substitution-reference', unimplemented],
  ['target', unimplemented],
  ['uri-reference', unimplemented],
])
