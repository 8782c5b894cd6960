/** Inputs for which a parser with unlimited lookahead or backtracking would be slow. Each has about `size` characters. */
function hostileInputs(size = 1_000_000): { name: string; source: () => string }[] {
  const repeat = (text: string) => text.repeat(Math.ceil(size / text.length))
  const count = Math.round(Math.sqrt(size))
  const lines = (line: (index: number) => string, number: number) => Array.from({ length: number }, (_, i) => line(i)).join('\n')
  /** Nested as deeply as the size allows. */
  const stairs = (marker: string) =>
    lines((i) => `${' '.repeat(i * marker.length) + marker}x`, Math.round(count / Math.sqrt(marker.length)))
  return [
    { name: 'brackets `[[[[`', source: () => repeat('[') },
    { name: 'brackets `[x]_ `', source: () => repeat('[x]_ ') },
    { name: 'nested `[[x]_ ', source: () => `${'['.repeat(size / 2)}x${']_'.repeat(size / 4)}` },
    { name: 'stars `****`', source: () => repeat('*') },
    { name: 'stars `*a `', source: () => repeat('*a ') },
    { name: 'stars `**a `', source: () => repeat('**a ') },
    { name: 'stars `*a **b `', source: () => repeat('*a **b ') },
    { name: 'backticks', source: () => repeat('`') },
    { name: 'backticks `` `a ``', source: () => repeat('`a ') },
    { name: 'backticks ```` ``a ````', source: () => repeat('``a ') },
    { name: 'roles `:a:`', source: () => repeat(':a:') },
    { name: 'roles ``:a:`b ``', source: () => repeat(':a:`b ') },
    { name: 'phrases `` `a <b> ``', source: () => repeat('`a <b> ') },
    { name: 'embedded `` `a<<<< ``', source: () => `\`a ${repeat('<')}>\`_` },
    { name: 'substitutions `|a `', source: () => repeat('|a ') },
    { name: 'bars `||||`', source: () => repeat('|') },
    { name: 'bars on lines', source: () => repeat('|\n') },
    { name: 'underscores', source: () => repeat('_') },
    { name: 'references `a_ `', source: () => repeat('a_ ') },
    { name: 'references `a__ `', source: () => repeat('a__ ') },
    { name: 'names `a-a-a`', source: () => repeat('a-') },
    { name: 'targets inline ``_`a ``', source: () => repeat('_`a ') },
    { name: 'backslashes', source: () => repeat('\\') },
    { name: 'escaped spaces', source: () => repeat('\\ ') },
    { name: 'addresses `http:`', source: () => repeat('http:') },
    { name: 'addresses', source: () => repeat('http://a.b/c ') },
    { name: 'one address', source: () => `http://${repeat('a')}` },
    { name: 'mails `a@`', source: () => repeat('a@') },
    { name: 'mails `a.b@c `', source: () => repeat('a.b@c ') },
    { name: 'dots for mails', source: () => repeat('a.') },
    { name: 'quotes `"`', source: () => repeat('"') },
    { name: 'parentheses `(*a`', source: () => repeat('(*') },
    { name: 'indents', source: () => stairs(' ') },
    { name: 'bullets nested', source: () => stairs('* ') },
    { name: 'numbers nested', source: () => stairs('1. ') },
    { name: 'fields nested', source: () => stairs(':a: ') },
    { name: 'definitions nested', source: () => lines((i) => `${' '.repeat(i)}x`, Math.round(count * 1.4)) },
    { name: 'line blocks nested', source: () => lines((i) => `|${' '.repeat(i + 1)}x`, Math.round(count * 1.4)) },
    { name: 'notes nested', source: () => stairs('.. note:: ') },
    { name: 'comments nested', source: () => stairs('.. ') },
    { name: 'fields in options on lines', source: () => `${'-m  :orbit: '.repeat(70)}Mars\n\n`.repeat(size / 846) },
    { name: 'unindents', source: () => lines((i) => `${' '.repeat(Math.max(0, 1400 - i))}x`, 1400) },
    { name: 'bullets on a line', source: () => repeat('* ') },
    { name: 'numbers on a line', source: () => repeat('1. ') },
    { name: 'fields on a line', source: () => repeat(':a: ') },
    { name: 'notes on a line', source: () => repeat('.. note:: ') },
    { name: 'bullets', source: () => repeat('* a\n') },
    { name: 'bullets, then text', source: () => repeat('* a\nb\n\n') },
    { name: 'markers that change', source: () => repeat('* a\n+ b\n- c\n') },
    { name: 'numbers', source: () => lines((i) => `${i + 1}. a`, size / 10) },
    { name: 'numbers that start again', source: () => repeat('1. a\n5. b\n') },
    { name: 'roman numbers', source: () => repeat('mmmmcmxcix. a\n') },
    { name: 'fields', source: () => repeat(':a: b\n') },
    { name: 'colons', source: () => repeat(':') },
    { name: 'options', source: () => repeat('-a  b\n') },
    { name: 'options on a line', source: () => `${repeat('-a, ')}-a  b` },
    { name: 'titles, all the same', source: () => repeat('Mars\n====\n\n') },
    { name: 'titles, each its own', source: () => lines((i) => `Mars ${i}\n==========\n`, size / 20) },
    { name: 'titles with overline', source: () => repeat('====\nMars\n====\n\n') },
    { name: 'titles too long', source: () => repeat('Mars and Venus\n====\n\n') },
    { name: 'adornment', source: () => repeat('=') },
    { name: 'transitions', source: () => repeat('----\n\n') },
    { name: 'transitions that end sections', source: () => repeat('Mars\n====\n\n----\n\n') },
    { name: 'classes for nobody', source: () => repeat('.. class:: a\n\n') },
    { name: 'a substitution of references', source: () => `|a|\n\n.. |a| replace::\n${repeat('   a_ b_ c_\n')}` },
    { name: 'fields at the top', source: () => repeat(':date: a\n') },
    { name: 'adornments on lines', source: () => repeat('=\n') },
    { name: 'targets', source: () => lines((i) => `.. _a${i}: http://a.b/`, size / 22) },
    { name: 'targets, all the same', source: () => repeat('.. _a: b\n') },
    { name: 'targets in a chain', source: () => lines((i) => `.. _a${i}: a${i + 1}_`, size / 18) },
    { name: 'targets, internal', source: () => lines((i) => `.. _a${i}:`, size / 10) },
    { name: 'targets, anonymous', source: () => repeat('__ a\n') },
    { name: 'footnotes', source: () => repeat('.. [#] a\n') },
    { name: 'footnotes and references', source: () => repeat('[#]_\n\n.. [#] a\n\n') },
    { name: 'footnotes, all the same', source: () => repeat('.. [1] a\n') },
    { name: 'citations', source: () => lines((i) => `.. [a${i}] b`, size / 13) },
    { name: 'substitution definitions', source: () => repeat('.. |a| replace:: b\n') },
    {
      name: 'substitutions that multiply',
      source: () => lines((i) => `.. |a${i}| replace:: ${`|a${i + 1}| `.repeat(10)}`, size / 80),
    },
    {
      name: 'a long substitution used often',
      source: () => `.. |a| replace:: a\n${'   b_ c_\n'.repeat(Math.min(1000, size / 16))}\n${repeat('|a|\n')}`,
    },
    { name: 'substitutions in a chain', source: () => lines((i) => `.. |a${i}| replace:: |a${i + 1}|`, size / 30) },
    { name: 'comments', source: () => repeat('..\n') },
    { name: 'directives unknown', source: () => repeat('.. a:: b\n') },
    { name: 'literal blocks', source: () => repeat('::\n\n  a\n\n') },
    { name: 'literal blocks that never come', source: () => repeat('a::\n\n') },
    { name: 'quoted literal', source: () => `::\n\n${repeat('> a\n')}` },
    { name: 'doctests', source: () => repeat('>>> a\n') },
    { name: 'attributions', source: () => repeat('  a\n\n  -- b\n\n') },
    { name: 'grid corner by corner', source: () => grid(count) },
    { name: 'grid borders only', source: () => repeat('+-+-+\n') },
    { name: 'grid of one line', source: () => `+${repeat('-+')}` },
    { name: 'grid that never ends', source: () => `+---+\n${repeat('| a |\n')}` },
    { name: 'grids', source: () => repeat('+---+\n| a |\n+---+\n\n') },
    { name: 'simple table, long', source: () => `== ==\n${repeat('a  b\n')}== ==` },
    { name: 'marks across other marks', source: () => `${'*``a* `b`` **c` '.repeat(100)}\n`.repeat(size / 1601) },
    { name: 'simple table with fixes', source: () => `=== ===\n${repeat('a   `b`\n')}=== ===\n` },
    { name: 'simple table, wide', source: () => `${'= '.repeat(size / 8)}\n${'a '.repeat(size / 8)}\n${'= '.repeat(size / 8)}` },
    { name: 'simple tables that never end', source: () => repeat('== ==\na  b\n\n') },
    { name: 'simple borders only', source: () => repeat('== ==\n') },
    { name: 'csv table', source: () => `.. csv-table::\n\n${repeat('   a,b\n')}` },
    { name: 'list table', source: () => `.. list-table::\n\n${repeat('   * - a\n')}` },
    { name: 'blank lines', source: () => repeat('\n') },
    { name: 'spaces', source: () => repeat(' ') },
    { name: 'tabs', source: () => repeat('\t') },
    { name: 'tabs and text', source: () => repeat('\ta\n') },
    { name: 'one long word', source: () => repeat('a') },
    { name: 'one long text', source: () => repeat('Mars and Venus ') },
    { name: 'one long paragraph', source: () => repeat('Mars and Venus\n') },
    { name: 'wide characters', source: () => repeat('天') },
    { name: 'combining characters', source: () => repeat('\u0301') },
    { name: 'null characters', source: () => repeat('\0') },
    { name: 'line separators', source: () => repeat('\u2028') },
    { name: 'half surrogates', source: () => repeat('\ud800') },
  ]
}

/** The inputs, and others that are slow for rules rather than for the parser. */
export function hostileDocuments(size = 1_000_000): { name: string; source: () => string }[] {
  const repeat = (text: string) => text.repeat(Math.ceil(size / text.length))
  const lines = (line: (index: number) => string, length: number) =>
    Array.from({ length: Math.ceil(length) }, (_, index) => line(index)).join('\n')
  const stairs = (marker: string) => lines((i) => `${' '.repeat(i * 3) + marker}x\n`, Math.sqrt(size / 2))
  const goal = (title: string, text: string) => `Goal\n====\n\n${title}\n${'-'.repeat(title.length)}\n\n${text}`
  return [
    ...hostileInputs(size),

    { name: 'only CR', source: () => repeat('\r') },
    { name: 'VT lines', source: () => repeat('\v\n') },
    { name: 'spaces8 lines', source: () => repeat('        \n') },
    { name: 'target chain used', source: () => lines((i) => `.. _a${i}: a${i + 1}_\n\na${i}_\n`, size / 25) },
    {
      name: 'internal targets used',
      source: () => `${lines((i) => `.. _a${i}:`, size / 22)}\n\nMars\n\n${lines((i) => `a${i}_`, size / 22)}`,
    },
    { name: 'citations used', source: () => lines((i) => `[a${i}]_\n\n.. [a${i}] b\n`, size / 25) },
    { name: 'substitutions used', source: () => lines((i) => `|a${i}|\n\n.. |a${i}| replace:: b\n`, size / 32) },
    { name: 'enumerated senseless', source: () => lines((i) => `${((i * 7919) % 1000) + 1}. a`, size / 6) },
    { name: 'fences', source: () => repeat('```\na\n```\n') },
    { name: 'fences blank', source: () => repeat('```\n\na\n\n```\n\n') },
    { name: 'fences open', source: () => repeat('```sh\na\n\n') },
    { name: 'phrase refs one text', source: () => lines((i) => `\`here <http://a.b/${i}>\`_`, size / 24) },
    { name: 'mixed bullets', source: () => repeat('* a\n- b\n+ c\n\n') },
    { name: 'contents', source: () => `.. contents::\n\n${lines((i) => `Mars ${i}\n=========\n`, size / 20)}` },
    { name: 'quotations', source: () => repeat('a\n\n  b\n\n') },
    {
      name: 'team with links',
      source: () =>
        `Goal\n====\n\nProject Teams\n-------------\n\nMars\n~~~~\n\nPlanning Artifacts:\n\n${repeat('* http://a.b/c\n')}\nCompletion Artifacts:\n`,
    },
    {
      name: 'many teams',
      source: () =>
        `Goal\n====\n\nProject Teams\n=============\n\n${lines((i) => `Mars ${i}\n---------\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`, size / 65)}`,
    },
    { name: 'glued lists', source: () => repeat('Mars:\n* a\n* b\n\n') },
    { name: 'unmarked code', source: () => repeat('Run:\n\n  sudo apt-get install mars\n\n') },
    { name: 'trailing space', source: () => repeat('a  \n') },
    { name: 'tabs between words', source: () => repeat('a\tb\n') },
    { name: 'repeated words', source: () => repeat('the the\n') },
    { name: 'repeated words one par', source: () => repeat('the the ') },
    { name: 'urls http', source: () => repeat('http://openstack.org/a\n\n') },
    { name: 'url brackets', source: () => `http://a.b/${repeat('(')}` },
    { name: 'default role', source: () => repeat('`a` ') },
    { name: 'markdown links', source: () => repeat('[a](http://b.c) ') },
    { name: 'markdown headings', source: () => repeat('# a\n\n') },
    { name: 'conflict markers', source: () => repeat('<<<<<<< a\n=======\n>>>>>>> b\n') },
    { name: 'suppressions', source: () => repeat('.. goaldoc:ignore-next style/tabs\n\na\n\n') },
    {
      name: 'suppressions of unknown rules',
      source: () =>
        lines(
          (i) => `.. goaldoc: ignore-next ${Array.from({ length: 60 }, (_, at) => `styli/tub-${i}-${at}`).join(' ')} -- a\n\na\n`,
          size / 1000,
        ),
    },
    { name: 'suppressions begin', source: () => repeat('.. goaldoc:ignore style/tabs\n\n') },
    { name: 'unknown roles', source: () => repeat(':abc:`a` ') },
    { name: 'unknown directives', source: () => lines((i) => `.. abc${i}:: x\n`, size / 14) },
    { name: 'unknown targets', source: () => lines((i) => `abc${i}_`, size / 9) },
    {
      name: 'unknown targets that are alike',
      source: () =>
        `${lines((i) => `.. _a${i}-observatory-of-the-moon-${i}b:`, size / 90)}\n\nMars\n\n${lines((i) => `c${i}-observatory-of-the-moon-${i}d_`, size / 90)}`,
    },
    { name: 'citation unknown', source: () => lines((i) => `[abc${i}]_`, size / 11) },
    { name: 'pseudo list', source: () => repeat('-a\n-b\n\n') },
    { name: 'definition lists holding list', source: () => repeat('Mars\n  * a\n\n') },
    { name: 'glued labels', source: () => repeat('Planning Artifacts: a\n') },
    { name: 'cr lf mix', source: () => repeat('a\r\nb\n') },
    { name: 'invisible', source: () => repeat('a\u00a0b\u200b ') },
    { name: 'include', source: () => repeat('.. include:: a.rst\n\n') },
    { name: 'links line broken', source: () => repeat('`a\n<http://b.c>`_ ') },
    { name: 'named links', source: () => lines((i) => `\`a${i} <http://b.c/${i}>\`_`, size / 25) },
    { name: 'anonymous targets used', source: () => `${repeat('a__ ')}\n\n${repeat('__ http://b.c\n')}` },
    { name: 'titles deep levels', source: () => lines((i) => `Mars${i}\n${'=-~^"\'`'[i % 7]!.repeat(9)}\n`, size / 20) },
    { name: 'doubled sections', source: () => `Goal\n====\n\n${repeat('References\n----------\n\n* http://a.b\n\n')}` },
    { name: 'gerrit topics', source: () => goal('Gerrit Topic', repeat('topic ``a`` ')) },
    { name: 'criteria', source: () => goal('Completion Criteria', repeat('#. a\n\n')) },
    { name: 'milestones', source: () => goal('Milestones', repeat('* 2026-01-01: a\n')) },
    { name: 'long line bullets', source: () => repeat('* a ') },
    { name: 'placeholders', source: () => repeat('<your name> ') },
    { name: 'TODO', source: () => repeat('TODO: a\n\n') },
    { name: 'smart quotes', source: () => repeat('“a” ') },
    { name: 'label no colon', source: () => repeat('.. _abc\n\n') },
    { name: 'merged pairs', source: () => repeat('mars: done\nvenus: done\n\n') },
    { name: 'code unmarked par', source: () => repeat('$ ls\n$ cat\n\n') },
    { name: 'anchors that are not UTF-8', source: () => repeat('`a <#%ff>`__ ') },
    { name: 'anchors unknown', source: () => lines((i) => `\`a <#b${i}>\`__`, size / 15) },
    { name: 'list of one link', source: () => repeat('* http://a.b/c\n') },
    { name: 'next-line separators', source: () => repeat('a\x85') },
    { name: 'file separators', source: () => repeat('\x1c') },
    { name: 'tabs before a letter', source: () => `${repeat('\t')}a` },
    { name: 'bars within a definition', source: () => `.. |${repeat('a|')}b` },
    { name: 'escaped bars', source: () => `|${repeat('\\|')}` },
    { name: 'sidebars nested', source: () => stairs('.. sidebar:: ') },
    { name: 'tables in tables', source: () => nestedTables(Math.floor(Math.cbrt(size) / 4)) },
    { name: 'targets before a title', source: () => `${lines((i) => `.. _a${i}:`, size / 12)}\n\nMars\n====\n` },
    { name: 'aliases of one target', source: () => `${lines((i) => `.. _a${i}: mars_`, size / 17)}\n\n.. _mars: http://a.b\n` },
    {
      name: 'aliases in a cycle',
      source: () => `${lines((i) => `.. _a${i}: a${i + 1}_`, size / 18)}\n.. _a${Math.ceil(size / 18)}: a0_\n`,
    },
    { name: 'suppressions of one rule', source: () => repeat('.. goaldoc: ignore-next style/tab\n\na\tb\n\n') },
    { name: 'suppressions open', source: () => repeat('.. goaldoc: ignore-start style/tab -- a\n\n') },
    { name: 'words that repeat across lines', source: () => repeat('the\nthe\nan\nan\n') },
    { name: 'one title of words', source: () => `${repeat('mars ')}\n${repeat('=====')}\n` },
    { name: 'sections in three levels', source: () => repeat('A\n=\n\nB\n-\n\nC\n~\n\n') },
    { name: 'unknown roles in fields', source: () => repeat(':a: :abc:`b`\n') },
    { name: 'links to names in definitions', source: () => repeat('`a <b_>`_\n  `a <b_>`_\n') },
    { name: 'literal blocks that end too early', source: () => repeat('::\n\n  a\n b\nc\n') },
    { name: 'substitutions of dates', source: () => repeat('.. |a| date::\n') },
    { name: 'words that repeat after invisible characters', source: () => repeat(`${'\ufeffa '.repeat(25)}\n`) },
    { name: 'emphasis in a table', source: () => `=====  =====\n${repeat('Mars   *a*\n')}=====  =====\n` },
    { name: 'emphasis that never ends', source: () => repeat('*a\n') },
    { name: 'interpreted text on lines', source: () => repeat('`a\nb` ') },
  ]
}

/** A grid table with the given number of cells. */
function grid(count: number): string {
  const columns = Math.round(count / 4)
  const border = `+${'---+'.repeat(columns)}`
  const row = `|${' a |'.repeat(columns)}`
  const rows = Math.round(count / 2)
  return `${border}\n${`${row}\n${border}\n`.repeat(rows / 1)}`
}

/** A grid table whose only cell is a grid table, and so on. */
function nestedTables(depth: number): string {
  let inner = ['a']
  for (let level = 0; level < depth; level++) {
    const border = `+${'-'.repeat(inner[0]!.length + 2)}+`
    inner = [border, ...inner.map((line) => `| ${line} |`), border]
  }
  return inner.join('\n')
}
