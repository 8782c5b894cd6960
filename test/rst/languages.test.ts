/** What docutils says about a language that it does not have. */
import { expect, test } from 'vitest'
import { docutilsMessages } from '../../src/rst/index.ts'

const unsupported = 'Language "xx" not supported: Docutils-generated text will be in English.'

/** The warnings with their lines. */
function said(source: string, languageCode: string) {
  return docutilsMessages(source, { languageCode }).flatMap(({ level, line, message }) => (level > 1 ? [[line, message]] : []))
}

test('an unknown language is reported at the beginning, and where docutils first needs its words', () => {
  const unread = [undefined, 'rST localisation for language "xx" not found.']
  expect(said('', 'xx')).toEqual([unread, [undefined, unsupported]])
  expect(said('Mars\n\nVenus\n', 'xx')).toEqual([unread, [4, unsupported]])
  expect(said('Mars\n\n.. contents::\n\n.. contents:: Planets\n\nVenus\n-----\n', 'xx')).toEqual([unread, [4, unsupported]])
})

test('a known language is not reported', () => {
  expect(said('Mars\n', 'de')).toEqual([])
})

test('bibliographic fields have the names of the language', () => {
  const empty = (name: string) => [`Cannot extract empty bibliographic field "${name}".`]
  const texts = (source: string, languageCode: string) => said(source, languageCode).map(([, message]) => message)
  expect(texts(':Widmung:\n', 'de')).toEqual(empty('Widmung'))
  expect(texts(':Dedication:\n', 'de')).toEqual([])
  expect(texts(':Dedication:\n', 'en')).toEqual(empty('Dedication'))
  expect(texts(':Resumé:\n', 'da')).toEqual(empty('Resumé'))
  expect(texts(':Authors:\n', 'ja')).toEqual([])
})
