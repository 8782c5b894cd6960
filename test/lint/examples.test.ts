/** Every rule says what, why, wrong and right; its examples do what they say. */
import { describe, expect, it } from 'vitest'
import { applyFixes, defaultOptions, fixAll, lint, optionsOfExample, rules, validateConfig } from '../../src/lint/index.ts'

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it('says what it finds and why', () => {
    expect(name).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/)
    expect(rule.what).toMatch(/^[A-Z`].*[^.]$/s)
    expect(rule.why).toMatch(/^(?:[A-Z`]|docutils|reStructuredText).*\.$/s)
    expect(rule.wrong.length).toBeGreaterThan(0)
    expect(rule.right.length).toBeGreaterThan(0)
  })

  it('has options with defaults of their type', () => {
    expect(validateConfig({ rules: { [name]: defaultOptions(rule) } })).toEqual([])
    for (const option of Object.values(rule.options)) expect(option.description).toMatch(/[^.]$/)
  })

  it.each(rule.wrong.map((example, index) => [example.title ?? `wrong example ${index + 1}`, example] as const))(
    'finds: %s',
    (_title, example) => {
      const options = optionsOfExample(rule, example)
      const found = lint(example.text, options).filter((diagnostic) => diagnostic.ruleId === name)
      expect(found).not.toEqual([])
      for (const diagnostic of found) {
        expect(diagnostic.message).toMatch(/^[A-Z`].*[^.]$/s)
        expect(diagnostic.data?.failed).toBeUndefined()
        expect(diagnostic.endOffset).toBeGreaterThanOrEqual(diagnostic.offset)
        if (diagnostic.fix) expect(rule.fixes).toBeDefined()
        if (diagnostic.fix && rule.fixes !== 'some') expect(diagnostic.fix.safe).toBe(rule.fixes === 'safe')
      }
      const fixed = fixAll(example.text, { ...options, unsafe: true })
      expect(fixed.diagnostics.filter((diagnostic) => diagnostic.ruleId === name && diagnostic.fix)).toEqual([])
      if (found.some((diagnostic) => diagnostic.fix))
        expect(applyFixes(example.text, found, { unsafe: true })).not.toBe(example.text)
    },
  )

  it.each(rule.right.map((example, index) => [example.title ?? `right example ${index + 1}`, example] as const))(
    'is silent: %s',
    (_title, example) => {
      expect(lint(example.text, optionsOfExample(rule, example))).toEqual([])
    },
  )

  it('has fixes if its record says so', () => {
    const fixes = rule.wrong
      .flatMap((example) => lint(example.text, optionsOfExample(rule, example)))
      .flatMap((diagnostic) => diagnostic.fix ?? [])
    expect(fixes.length > 0).toBe(rule.fixes !== undefined)
  })
})
