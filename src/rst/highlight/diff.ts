/** Differences between files. */
import { machine } from './machine.ts'

/** Takes differences apart. Lines that say nothing about a difference are whitespace. */
export const diff = machine({
  root: [
    [/( )([^\n]*)(\n)/, ['whitespace', '', 'whitespace']],
    [/(\+[^\n]*)(\n)/, ['generic inserted', 'whitespace']],
    [/(-[^\n]*)(\n)/, ['generic deleted', 'whitespace']],
    [/(![^\n]*)(\n)/, ['generic strong', 'whitespace']],
    [/(@[^\n]*)(\n)/, ['generic subheading', 'whitespace']],
    [/((?:[Ii]ndex|diff|=)[^\n]*)(\n)/, ['generic heading', 'whitespace']],
    [/[^\n]*\n/, 'whitespace'],
  ],
})
