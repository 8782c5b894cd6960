/** The frame of a page: head, style, script, and a content security policy that allows only these. */
import { pageScript, pageStyle } from './assets.js'
import { type Html, html, trusted } from './html.ts'

/** A text that the page contains unchanged, and its hash for the content security policy. */
export interface Asset {
  text: string
  hash: string
}

export interface Shell {
  title: string
  /** The text below the title. */
  about: Html
  /** The sections to which the top of the page links. */
  links: readonly { id: string; text: string }[]
  main: Html
  style?: Asset
  script?: Asset
  /** What the content security policy allows besides the style and the script. */
  allowed?: { styles?: string; workers?: string }
}

export function pageShell({ title, about, links, main, style = pageStyle, script = pageScript, allowed = {} }: Shell): string {
  const policy = [
    "default-src 'none'",
    `style-src '${style.hash}'${allowed.styles ? ` ${allowed.styles}` : ''}`,
    `script-src '${script.hash}'`,
    ...(allowed.workers ? [`worker-src ${allowed.workers}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style.text)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<h1>${title}</h1>
<p>${about}</p>
${links.length === 0 ? undefined : html`<nav aria-label="Sections"><ul>${links.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<script>${trusted(script.text)}</script>
</body>
</html>
`
  return markup
}
