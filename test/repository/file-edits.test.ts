/** What another program writes while several files are edited is kept. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { disk, type FileEdit, writeEdits } from '../../src/repository/file-edits.ts'

let root: string
const at = (name: string) => join(root, name)
const read = (name: string) => readFileSync(at(name), 'utf8')
const edit = (name: string, from?: string): FileEdit => {
  const before = `${name}\n`
  const old = from === undefined ? {} : { from: { path: at(from), shown: from } }
  return { path: at(name), shown: name, before, after: `${before}edited\n`, ...old }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'goaldoc-edits-'))
  mkdirSync(at('.git'))
})

/** Writes edits while another program appends a line to a file: before or after one of the files is written. */
function write(edits: readonly FileEdit[], { file, when, of }: { file: string; when: 'before' | 'after'; of: string }): string {
  const meddle = (name: string, now: string) => {
    if (name !== of || now !== when) return
    mkdirSync(dirname(at(file)), { recursive: true })
    appendFileSync(at(file), 'Phobos\n')
  }
  try {
    writeEdits(edits, {
      ...disk,
      write(one) {
        meddle(one.shown, 'before')
        if (one.shown === 'full') throw new Error('the disk is full')
        disk.write(one)
        meddle(one.shown, 'after')
      },
    })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

const changed = (name: string) => `Cannot write ${name}: it was changed in the meantime. Run the command again.`

describe('an edit made by another program while several files are written is kept', () => {
  test('in a file that is still to be written', () => {
    for (const name of ['mars', 'venus']) writeFileSync(at(name), `${name}\n`)
    const said = write([edit('mars'), edit('venus')], { file: 'venus', when: 'before', of: 'venus' })
    expect([said, read('mars'), read('venus')]).toEqual([changed('venus'), 'mars\n', 'venus\nPhobos\n'])
  })

  test('in a file that was written before another one fails', () => {
    writeFileSync(at('mars'), 'mars\n')
    const edits = [edit('mars'), { ...edit('full'), before: '', isNew: true as const }]
    const said = write(edits, { file: 'mars', when: 'after', of: 'mars' })
    expect([said, read('mars'), readdirSync(root)]).toEqual(['the disk is full', 'mars\nedited\nPhobos\n', ['.git', 'mars']])
  })

  test('in a file that is moved', () => {
    writeFileSync(at('mars'), 'selected/mars\n')
    const said = write([edit('selected/mars', 'mars')], { file: 'mars', when: 'after', of: 'selected/mars' })
    expect([said, read('mars'), readdirSync(root)]).toEqual([changed('mars'), 'selected/mars\nPhobos\n', ['.git', 'mars']])
  })

  test('in a file that is new', () => {
    const venus = { ...edit('goals/venus'), before: '', isNew: true as const }
    const said = write([venus], { file: 'goals/venus', when: 'before', of: 'goals/venus' })
    expect([said, read('goals/venus')]).toEqual([changed('goals/venus'), 'Phobos\n'])
  })
})

test('new files and folders are removed if another file cannot be written', () => {
  writeFileSync(at('mars'), 'mars\n')
  const edits = [{ ...edit('goals/selected/venus'), before: '', isNew: true as const }, edit('mars')]
  expect(write(edits, { file: 'mars', when: 'before', of: 'mars' })).toBe(changed('mars'))
  expect(existsSync(at('goals'))).toBe(false)
})
