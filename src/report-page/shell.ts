/** The frame of a page: head, look, script, and a policy that allows only these. */
import { pageScript, pageStyle } from './assets.js'
import { type Html, html, trusted } from './html.ts'

export interface Shell {
  title: string
  /** Below the title. */
  about: Html
  /** The sections that the top of the page leads to. */
  links: readonly { id: string; text: string }[]
  main: Html
}

export function pageShell({ title, about, links, main }: Shell): string {
  const policy = [
    "default-src 'none'",
    `style-src '${pageStyle.hash}'`,
    `script-src '${pageScript.hash}'`,
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
<style>${trusted(pageStyle.text)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<h1>${title}</h1>
<p>${about}</p>
<nav aria-label="Sections"><ul>${links.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<script>${trusted(pageScript.text)}</script>
</body>
</html>
`
  return markup
}
