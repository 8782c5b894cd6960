/** Handlebars. The build puts it into a separate file, because only rendering needs it. */
import Handlebars from 'handlebars/runtime.js'
import type { Template } from './templates.ts'

/** The function of a template that the build has compiled. */
export function instantiated(specification: object): Template {
  return Handlebars.template(specification) as Template
}
