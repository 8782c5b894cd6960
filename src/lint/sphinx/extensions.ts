/** What well-known Sphinx extensions add. Add one here; names that it lacks are looked for in the text of local extensions. */

export interface SphinxExtension {
  directives?: readonly string[]
  roles?: readonly string[]
}

const autodoc =
  'autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule autoproperty autotype'.split(
    ' ',
  )

export const sphinxExtensions: Readonly<Record<string, SphinxExtension>> = {
  'sphinx.ext.autodoc': { directives: autodoc },
  'sphinx.ext.autosummary': { directives: ['autosummary'], roles: ['autolink'] },
  'sphinx.ext.autosectionlabel': {},
  'sphinx.ext.coverage': {},
  'sphinx.ext.doctest': { directives: ['doctest', 'testcleanup', 'testcode', 'testoutput', 'testsetup'] },
  'sphinx.ext.duration': {},
  'sphinx.ext.extlinks': {},
  'sphinx.ext.githubpages': {},
  'sphinx.ext.graphviz': { directives: ['digraph', 'graph', 'graphviz'] },
  'sphinx.ext.ifconfig': { directives: ['ifconfig'] },
  'sphinx.ext.imgconverter': {},
  'sphinx.ext.imgmath': {},
  'sphinx.ext.inheritance_diagram': { directives: ['autoclasstree', 'inheritance-diagram'] },
  'sphinx.ext.intersphinx': { roles: ['external'] },
  'sphinx.ext.linkcode': {},
  'sphinx.ext.mathjax': {},
  'sphinx.ext.napoleon': {},
  'sphinx.ext.todo': { directives: ['todo', 'todolist'] },
  'sphinx.ext.viewcode': {},
  'sphinxcontrib.actdiag': { directives: ['actdiag'], roles: ['actdiag'] },
  'sphinxcontrib.apidoc': {},
  'sphinxcontrib.autoprogram': { directives: ['autoprogram'] },
  'sphinxcontrib.bibtex': {
    directives: ['bibliography', 'footbibliography'],
    roles: ['cite', 'cite:p', 'cite:t', 'cite:ps', 'cite:ts', 'cite:ct', 'cite:cts', 'footcite', 'footcite:p', 'footcite:t'],
  },
  'sphinxcontrib.blockdiag': { directives: ['blockdiag'], roles: ['blockdiag'] },
  'sphinxcontrib.datatemplates': {
    directives: [
      'datatemplate',
      ...['csv', 'dbm', 'import-module', 'json', 'mime', 'no-data', 'nodata', 'xml', 'yaml'].map(
        (kind) => `datatemplate:${kind}`,
      ),
    ],
  },
  'sphinxcontrib.httpdomain': {
    directives: [
      'autoflask',
      'autotornado',
      'autobottle',
      ...'any connect copy delete get head move options patch post put trace'.split(' ').map((verb) => `http:${verb}`),
    ],
    roles: 'any copy delete get head header mailheader method mimetype move options patch post put statuscode trace'
      .split(' ')
      .map((name) => `http:${name}`),
  },
  'sphinxcontrib.images': { directives: ['thumbnail'] },
  'sphinxcontrib.jquery': {},
  'sphinxcontrib.mermaid': { directives: ['autoclasstree', 'mermaid'] },
  'sphinxcontrib.napoleon': {},
  'sphinxcontrib.nwdiag': { directives: ['nwdiag'], roles: ['nwdiag'] },
  'sphinxcontrib.plantuml': { directives: ['uml'] },
  'sphinxcontrib.programoutput': { directives: ['command-output', 'program-output'] },
  'sphinxcontrib.redoc': {},
  'sphinxcontrib.rsvgconverter': {},
  'sphinxcontrib.seqdiag': { directives: ['seqdiag'], roles: ['seqdiag'] },
  'sphinxcontrib.spelling': { directives: ['spelling', 'spelling:word'], roles: ['spelling:ignore'] },
  'sphinxcontrib.towncrier': { directives: ['towncrier-draft-entries'] },
  'sphinxcontrib.youtube': { directives: ['vimeo', 'youtube'] },
  openstackdocstheme: {},
  oslosphinx: {},
  'oslo_config.sphinxext': { directives: ['show-options'], roles: ['oslo.config:option', 'oslo.config:group'] },
  'oslo_config.sphinxconfiggen': {},
  'oslo_policy.sphinxext': { directives: ['show-policy'] },
  'oslo_policy.sphinxpolicygen': {},
  os_api_ref: {
    directives: [
      'rest_expand_all',
      'rest_method',
      'rest_parameters',
      'rest_status_code',
      'rest_ok_response',
      'rest_error_response',
    ],
  },
  'reno.sphinxext': { directives: ['release-notes'] },
  'stevedore.sphinxext': { directives: ['list-plugins'] },
  'cliff.sphinxext': { directives: ['autoprogram-cliff'] },
  'sphinx_feature_classification.support_matrix': { directives: ['support_matrix'] },
  'ext.feature_matrix': { directives: ['feature_matrix'] },
  sphinx_click: { directives: ['click'] },
  'sphinx_click.ext': { directives: ['click'] },
  sphinx_copybutton: {},
  sphinx_design: {
    directives: [
      'article-info',
      'button-link',
      'button-ref',
      'card',
      'card-carousel',
      'div',
      'dropdown',
      'grid',
      'grid-item',
      'grid-item-card',
      'tab-item',
      'tab-set',
      'tab-set-code',
    ],
    roles: [
      'bdg',
      'octicon',
      'material-outlined',
      'material-regular',
      'fas',
      'far',
      'fab',
      ...'primary secondary success info warning danger light dark muted'
        .split(' ')
        .flatMap((colour) => [`bdg-${colour}`, `bdg-link-${colour}`, `bdg-ref-${colour}`]),
    ],
  },
  sphinx_inline_tabs: { directives: ['tab'] },
  sphinx_issues: { roles: ['issue', 'pr', 'user', 'commit', 'cve', 'cwe', 'pypi'] },
  sphinx_lint: {},
  sphinx_rtd_theme: {},
  'sphinx_tabs.tabs': { directives: ['code-tab', 'group-tab', 'tab', 'tabs'] },
  'sphinx_argparse.ext': { directives: ['argparse'] },
  'sphinxarg.ext': { directives: ['argparse'] },
  'sphinxext.opengraph': {},
  'sphinxext.rediraffe': {},
  'notfound.extension': {},
  myst_parser: {},
  nbsphinx: { directives: ['nbgallery', 'nbinfo', 'nbinput', 'nboutput', 'nbwarning'] },
  'IPython.sphinxext.ipython_directive': { directives: ['ipython'] },
  'IPython.sphinxext.ipython_console_highlighting': {},
  'matplotlib.sphinxext.plot_directive': { directives: ['plot'] },
  numpydoc: {
    directives: [
      'np:attribute',
      'np:class',
      'np:classmethod',
      'np:exception',
      'np:function',
      'np:method',
      'np:module',
      'np:staticmethod',
      'np-c:function',
      'np-c:member',
      'np-c:macro',
      'np-c:type',
      'np-c:var',
    ],
  },
  breathe: {
    directives: [
      'autodoxygenfile',
      'autodoxygenindex',
      ...'class concept define enum enumvalue file function group index interface namespace page struct typedef union variable'
        .split(' ')
        .map((kind) => `doxygen${kind}`),
    ],
  },
  pygments_ext: {},
  recommonmark: {},
  releases: { roles: ['bug', 'feature', 'release', 'support'] },
  'rst2pdf.pdfbuilder': {},
}
