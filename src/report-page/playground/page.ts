/** The page of the playground: a document, and the results of goaldoc. */
import { html, trusted } from '../html.ts'
import { type Asset, pageShell } from '../shell.ts'
import { editorNonce } from './editor-nonce.ts'
import { tabs } from './tabs/index.ts'

export interface PlaygroundAssets {
  style: Asset
  script: Asset
  /** The script of the worker. */
  engine: Asset
  examples: readonly Example[]
}

/** An example document. */
export interface Example {
  name: string
  path: string
  document: string
  teams: string
  configuration: string
}

export function playgroundPage({ style, script, engine, examples }: PlaygroundAssets): string {
  return pageShell({
    title: 'goaldoc playground',
    about: html`Write a goal and see what goaldoc says of it. All of it happens in this page: nothing is sent anywhere.`,
    links: [],
    style,
    script,
    allowed: { styles: `'nonce-${editorNonce}'`, workers: 'blob:' },
    main: html`<noscript><p>The playground is a program in this page: allow its script to run.</p></noscript>
<form class="bar" id="sheet">
<label>Example <select id="example"><option value="">Choose…</option>${examples.map(({ name }, index) => html`<option value="${index}">${name}</option>`)}</select></label>
<label class="grows">Path of the document <input id="path" spellcheck="false" autocomplete="off"></label>
<button type="button" class="button" id="copy">Copy the link</button>
<output id="said" for="sheet"></output>
</form>
<div class="desk">
<section aria-labelledby="document-title">
<div class="head"><h2 id="document-title">Document</h2><output id="summary"></output></div>
<div id="document" class="editor"></div>
</section>
<section id="says" aria-label="What goaldoc says" aria-busy="true">
<div role="tablist" aria-label="Views">${tabs.map(({ name, title }, index) => html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected="${String(index === 0)}" tabindex="${index === 0 ? 0 : -1}">${title}</button>`)}</div>
${tabs.map(({ name }, index) => html`<div role="tabpanel" class="panel" id="panel-${name}" aria-labelledby="tab-${name}" tabindex="0"${index === 0 ? undefined : trusted(' hidden')}></div>`)}
</section>
</div>
<div class="boxes">
${box('teams', 'Teams', 'The official teams, as in projects.yaml. Without them, nothing is said of teams.')}
${box('configuration', 'Configuration', 'As in goaldoc.config.yaml.')}
</div>
${trusted(`<script type="text/plain" id="engine">${engine.text}</script>`)}
${trusted(`<script type="application/json" id="examples">${JSON.stringify(examples).replaceAll('<', '\\u003c')}</script>`)}`,
  })
}

function box(name: string, title: string, about: string) {
  return html`<section aria-labelledby="${name}-title">
<h2 id="${name}-title">${title}</h2>
<p id="${name}-about">${about}</p>
<textarea id="${name}" rows="10" spellcheck="false" aria-labelledby="${name}-title" aria-describedby="${name}-about ${name}-problems"></textarea>
<ul class="problems" id="${name}-problems" aria-live="polite"></ul>
</section>`
}
