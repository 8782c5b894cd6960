/** Handlebars, which the build keeps in a file of its own: only who renders needs it. */
import Handlebars from 'handlebars/runtime.js'
import type { Template } from './templates.ts'

/** The function of a template that the build has compiled. */
export function instantiated(specification: object): Template {
  return Handlebars.template(specification) as Template
}
