import { expect, test } from 'vitest'
import { inAscii } from '../../scripts/ascii.ts'

test('code in ASCII has the same values', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code contains the template
  const code = 'const 星 = ["é 🪐", `🪐${1}\\\\é`, /^[🪐ó]$/u.test("🪐")]; return 星'
  const escaped = inAscii(code)
  expect(escaped).toMatch(/^[\0-\x7f]*$/)
  expect(new Function(escaped)()).toEqual(new Function(code)())
})

test.each(['"\\é"', 'String.raw`a é`'])('%s cannot be written in ASCII', (code) => {
  expect(() => inAscii(code)).toThrow('Cannot write')
})
