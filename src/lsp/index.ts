/** The language server: the linter and the lens for editors, by the Language Server Protocol. */
export { serve } from './server.ts'
