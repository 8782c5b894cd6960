/** Configuration: sections in brackets, names and values. */
import { machine } from './machine.ts'

const name = 'name attribute'
const value = 'literal string'
const whitespace = 'whitespace'
const comment = 'comment single'

/** Takes a configuration apart. */
export const ini = machine({
  root: [
    [/\s+/, whitespace],
    [/[;#][^\n]*/, comment],
    [/\[[^\n]*\](?=[ \t]*$)/, 'keyword'],
    [/([^\n=:]*?)([ \t]*)([=:])([ \t]*)/, [name, whitespace, 'operator', whitespace], 'value'],
    [/[^\n]+/, name],
  ],
  value: [
    [/([^;#\n]*)(\\)(\s+)/, [value, '', whitespace], [1, 'continued']],
    [/\n/, whitespace, 1],
    [/[;#][^\n]*/, comment],
    [/[^;#\n]*[^;#\n ]/, value],
    [/ +/, whitespace],
  ],
  /** Behind a backslash and whitespace, in the same line or the next. Nothing is a comment here. */
  continued: [
    [/([^\n]*)(\\)(\s*)/, [value, '', whitespace]],
    [/([^\n]*)(\n)/, [value, whitespace], 1],
  ],
})
