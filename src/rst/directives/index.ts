/** The directives: what `.. name::` does, with its arguments, options, content and errors. */

export { finishDirectives } from './document.ts'
export { parseDirective } from './run.ts'
