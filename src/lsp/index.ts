/** The language server: what the linter and the lens know, for editors, in the language server protocol. */
export { serve } from './server.ts'
