/** In a work tree `.git` is a file: what stands below it does not exist there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a goal of a work tree is linted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-work-tree-'))
  try {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=Vera', '-c', 'user.email=vera@example.org', ...words], { cwd: join(folder, 'main') })
    mkdirSync(join(folder, 'main/goals/pike'), { recursive: true })
    writeFileSync(join(folder, 'main/goals/pike/telescopes.rst'), 'Telescopes\n==========\n\nThey look up.\n')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'A goal')
    git('worktree', 'add', '-q', join(folder, 'other'))
    const program = join(import.meta.dirname, '../../dist/bin.cjs')
    const ran = spawnSync(process.execPath, [program, 'lint', 'goals', '--rule', 'team/missing:error'], {
      cwd: join(folder, 'other'),
      encoding: 'utf8',
    })
    expect({ status: ran.status, defect: ran.stderr.includes('defect') }).toEqual({ status: 0, defect: false })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
