/** The directives: what `.. name::` does, with its arguments, options, content and errors. */
export type { DirectiveCall } from './directive.ts'
export { finishDirectives } from './document.ts'
export { parseDirective } from './run.ts'
