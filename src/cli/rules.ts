/** `goaldoc rules`: lists the rules. */
import { rules as allRules, families } from '../lint/index.ts'
import { largest } from '../text/index.ts'
import type { Command } from './command.ts'

export const rules: Command = {
  name: 'rules',
  positionals: [],
  options: {
    format: { type: 'string', alias: 'f', value: 'FORMAT', choices: ['text', 'json'], describe: 'text (default) or json' },
  },
  examples: [['goaldoc rules', 'List all rules with their default severity, and whether they have a fix']],
  async run(args, io) {
    if (args.format === 'json') {
      const facts = allRules.map(({ name, severity, what, why, fixes, needs, options }) => ({
        name,
        severity,
        what,
        why,
        fixes: fixes ?? null,
        needs: needs ?? null,
        options,
      }))
      io.out(`${JSON.stringify(facts, null, 2)}\n`)
      return 0
    }
    const width = Math.max(0, largest(allRules.map(({ name }) => name.length)))
    for (const [family, title] of Object.entries(families)) {
      const own = allRules.filter(({ name }) => name.startsWith(`${family}/`))
      io.out(`${family}/ ${title}\n`)
      for (const { name, severity, fixes, what } of own)
        io.out(`  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${(fixes ? 'fix' : '').padEnd(3)}  ${what}\n`)
    }
    return 0
  },
}
