/** Tests goaldoc from a local npm registry: published, installed and run with npm and npx on each supported Node. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromNpm } from '../executable/from-npm.ts'
import { nodeFor, thisPlatform } from '../executable/node.ts'
import { run } from '../executable/run.ts'
import { jobOf } from './ci-commands.ts'
import { governance } from './repository.ts'
import { freePort, serve } from './servers.ts'
import { npmSettings, runIn, step, withNode, withoutNode } from './surroundings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function npm(folder: string): Promise<void> {
  const nodes = new Map(['20', '22', '24'].map((major) => [major, nodeFor(thisPlatform, major)]))
  const newest = withNode(withoutNode(join(folder, 'registry')), nodes.get('24')!)
  // Not a dependency of this project: its tree is large, and it needs Node 22. One of its packages asks for a tag that not every mirror has.
  const verdaccio = fromNpm('verdaccio', '6', { 'node-fetch': '^2.7.0' })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const settings = npmSettings()
  const configuration = {
    storage: join(folder, 'storage'),
    uplinks: { upstream: { url: settings.npm_config_registry } },
    packages: { goaldoc: { access: '$all', publish: '$all' }, '**': { access: '$all', proxy: 'upstream' } },
    log: { type: 'file', path: join(folder, 'log'), level: 'warn' },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(configuration))
  const args = [join(verdaccio, 'bin/verdaccio'), '--config', join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`]
  const server = await serve(nodes.get('24')!, args, url, { ...newest.env, ...settings })
  try {
    publish(folder, url)
    for (const [major, node] of nodes) {
      const around = withNode(withoutNode(join(folder, `node-${major}`)), node)
      Object.assign(around.env, {
        npm_config_registry: url,
        npm_config_audit: 'false',
        npm_config_fund: 'false',
        npm_config_update_notifier: 'false',
      })
      const place = governance(join(around.folder, 'repository'), {
        'package.json': '{ "private": true }\n',
        '.gitignore': 'node_modules\n',
      })
      step(
        `Node ${major}: npm install --save-dev goaldoc`,
        runIn(around, place, 'node --version; npm install --save-dev goaldoc'),
        0,
        [`v${major}.`],
      )
      step(`Node ${major}: npx goaldoc check`, runIn(around, place, 'npx goaldoc check'), 1, ['team/unknown'])
      step(`Node ${major}: npx goaldoc render rings.ts`, runIn(around, place, 'npx goaldoc render --stdout rings.ts'), 0, [
        'Count every ring',
      ])
      for (const file of ['ci/node/github.yml', 'ci/node/gitlab.yml']) hijacked(file, around)
    }
  } finally {
    await server.stop()
  }
}

/** Publishes the built package, with a token for a registry that accepts everyone. */
function publish(folder: string, url: string): void {
  writeFileSync(join(folder, 'npmrc'), `registry=${url}\n${url.replace(/^http:/, '')}:_authToken=anybody\n`)
  run('npm', ['publish', '--userconfig', join(folder, 'npmrc'), '--registry', url], { cwd: root })
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string }
  process.stdout.write(`Published ${name}@${version} on a local registry\n`)
}

/** Runs a CI script in a checkout whose author tries to run something else. */
function hijacked(file: string, around: ReturnType<typeof withNode>): void {
  const { script, env } = jobOf(file)
  const place = governance(join(around.folder, file.replaceAll('/', '-')), {
    'package.json': '{ "private": true }\n',
    '.npmrc': 'registry=http://127.0.0.1:9/\n',
    'node_modules/goaldoc/package.json': '{ "name": "goaldoc", "version": "0.1.0", "bin": "run.js" }\n',
    'node_modules/.bin/goaldoc': '#!/bin/sh\necho hijacked\n',
  })
  const temporary = join(around.folder, 'temporary')
  mkdirSync(temporary, { recursive: true })
  const ran = runIn(around, place, `chmod +x node_modules/.bin/goaldoc\n${script}`, { ...env, RUNNER_TEMP: temporary })
  step(`${file}: ${script.slice(0, 40)}`, ran, 1, [file.includes('github') ? '::error' : 'team/unknown'], ['hijacked'])
}
