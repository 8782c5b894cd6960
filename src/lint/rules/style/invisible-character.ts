import { defineRule } from '../../rule.ts'

/** Characters that have no width or look like a space, with their names. */
const names: Record<string, string> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u180e': 'Mongolian vowel separator',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2061': 'function application',
  '\u2062': 'invisible times',
  '\u2063': 'invisible separator',
  '\u2064': 'invisible plus',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
  '\ufeff': 'zero width no-break space',
}
const invisible = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\xa0\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

const rightToLeft = /[\u0590-\u08ff]/

export const invisibleCharacter = defineRule({
  name: 'style/invisible-character',
  severity: 'warning',
  what: 'An invisible character',
  why: 'It is often copied from a web page or a word processor. It can break markup, links and searches, and nobody can see why.',
  wrong: ['The Hub\u200bble telescope\n', { text: 'Look at\u00a0 this\n', title: 'A no-break space beside another space' }],
  right: ['The Hubble telescope\n', { text: 'It weighs 11\u00a0t\n', title: 'A no-break space between a number and its unit' }],
  options: { allow: { type: 'strings', default: [], description: 'Code points that are allowed, e.g. `U+200B`' } },
  fixes: 'unsafe',
  check(context) {
    const { source } = context
    for (const { 0: character, index } of source.matchAll(invisible)) {
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      if (context.options.allow.includes(code)) continue
      const before = source[index - 1] ?? '\n'
      const after = source[index + 1] ?? '\n'
      if (index === 0 && character === '\ufeff') continue
      // At the end of a line it is trailing white space, which another rule reports.
      if (character === '\u00a0' && /^\s*?(?:[\r\n]|$)/.test(source.slice(index, index + 200))) continue
      // A no-break space between two words is correct.
      if (character === '\u00a0' && !/\s/.test(before) && !/\s/.test(after)) continue
      // Joiners combine emoji, and are part of words in some scripts.
      if ((character === '\u200d' || character === '\u200c') && /[^\0-\u02ff]/.test(before) && /[^\0-\u02ff]/.test(after))
        continue
      // No-break spaces are usual in drawings of file trees.
      if (character === '\u00a0' && context.isLiteral(index)) continue
      // Direction marks are useful beside scripts that run from right to left. A zero-width space allows markup inside a word in
      // scripts without spaces.
      if (/[\u200e\u200f]/.test(character) && rightToLeft.test(source)) continue
      if (character === '\u200b' && /[*`|_]/.test(before + after) && /[^\0-\u02ff]/.test(before + after)) continue
      const isSpace = character === '\u00a0'
      context.report({
        offset: index,
        endOffset: index + 1,
        message: `Invisible character: ${names[character] ?? 'control character'} (${code})${isSpace ? '; use a plain space' : ''}`,
        data: { codePoint: code },
        fix: {
          title: isSpace ? 'Use a plain space' : 'Remove the character',
          safe: false,
          edits: [{ offset: index, endOffset: index + 1, text: isSpace ? ' ' : '' }],
        },
      })
    }
  },
})
