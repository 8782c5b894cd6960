/** The names that well-known Sphinx extensions add. Add one here; other names are looked up in the text of local extensions. The signatures
 * of directives that come with Sphinx are in `rst/`.
 */

/** Names, separated by spaces. */
interface Added {
  directives?: string
  roles?: string
}

const additions: Readonly<Record<string, Added>> = {
  'sphinx.ext.autosummary': { roles: 'autolink' },
  'sphinx.ext.inheritance_diagram': { directives: 'autoclasstree' },
  'sphinxcontrib.actdiag': { directives: 'actdiag', roles: 'actdiag' },
  'sphinxcontrib.autoprogram': { directives: 'autoprogram' },
  'sphinxcontrib.bibtex': {
    directives: 'bibliography footbibliography',
    roles: 'cite cite:p cite:t cite:ps cite:ts cite:ct cite:cts footcite footcite:p footcite:t',
  },
  'sphinxcontrib.blockdiag': { directives: 'blockdiag', roles: 'blockdiag' },
  'sphinxcontrib.datatemplates': {
    directives:
      'datatemplate datatemplate:csv datatemplate:dbm datatemplate:import-module datatemplate:json datatemplate:mime ' +
      'datatemplate:no-data datatemplate:nodata datatemplate:xml datatemplate:yaml',
  },
  'sphinxcontrib.httpdomain': {
    directives:
      'autoflask autotornado autobottle http:any http:connect http:copy http:delete http:get http:head http:move ' +
      'http:options http:patch http:post http:put http:trace',
    roles:
      'http:any http:copy http:delete http:get http:head http:header http:mailheader http:method http:mimetype ' +
      'http:move http:options http:patch http:post http:put http:statuscode http:trace',
  },
  'sphinxcontrib.images': { directives: 'thumbnail' },
  'sphinxcontrib.mermaid': { directives: 'autoclasstree mermaid' },
  'sphinxcontrib.nwdiag': { directives: 'nwdiag', roles: 'nwdiag' },
  'sphinxcontrib.plantuml': { directives: 'uml' },
  'sphinxcontrib.programoutput': { directives: 'command-output program-output' },
  'sphinxcontrib.seqdiag': { directives: 'seqdiag', roles: 'seqdiag' },
  'sphinxcontrib.spelling': { directives: 'spelling spelling:word', roles: 'spelling:ignore' },
  'sphinxcontrib.towncrier': { directives: 'towncrier-draft-entries' },
  'sphinxcontrib.youtube': { directives: 'vimeo youtube' },
  'oslo_config.sphinxext': { directives: 'show-options', roles: 'oslo.config:option oslo.config:group' },
  'oslo_policy.sphinxext': { directives: 'show-policy' },
  os_api_ref: {
    directives: 'rest_expand_all rest_method rest_parameters rest_status_code rest_ok_response rest_error_response',
  },
  'reno.sphinxext': { directives: 'release-notes' },
  'stevedore.sphinxext': { directives: 'list-plugins' },
  'cliff.sphinxext': { directives: 'autoprogram-cliff' },
  'sphinx_feature_classification.support_matrix': { directives: 'support_matrix' },
  'ext.feature_matrix': { directives: 'feature_matrix' },
  sphinx_click: { directives: 'click' },
  'sphinx_click.ext': { directives: 'click' },
  sphinx_design: {
    directives:
      'article-info button-link button-ref card card-carousel div dropdown grid grid-item grid-item-card tab-item ' +
      'tab-set tab-set-code',
    roles:
      'bdg octicon material-outlined material-regular fas far fab bdg-primary bdg-link-primary bdg-ref-primary ' +
      'bdg-secondary bdg-link-secondary bdg-ref-secondary bdg-success bdg-link-success bdg-ref-success bdg-info ' +
      'bdg-link-info bdg-ref-info bdg-warning bdg-link-warning bdg-ref-warning bdg-danger bdg-link-danger ' +
      'bdg-ref-danger bdg-light bdg-link-light bdg-ref-light bdg-dark bdg-link-dark bdg-ref-dark bdg-muted ' +
      'bdg-link-muted bdg-ref-muted',
  },
  sphinx_inline_tabs: { directives: 'tab' },
  sphinx_issues: { roles: 'issue pr user commit cve cwe pypi' },
  'sphinx_tabs.tabs': { directives: 'code-tab group-tab tab tabs' },
  'sphinx_argparse.ext': { directives: 'argparse' },
  'sphinxarg.ext': { directives: 'argparse' },
  nbsphinx: { directives: 'nbgallery nbinfo nbinput nboutput nbwarning' },
  'IPython.sphinxext.ipython_directive': { directives: 'ipython' },
  'matplotlib.sphinxext.plot_directive': { directives: 'plot' },
  numpydoc: {
    directives:
      'np:attribute np:class np:classmethod np:exception np:function np:method np:module np:staticmethod ' +
      'np-c:function np-c:member np-c:macro np-c:type np-c:var',
  },
  breathe: {
    directives:
      'autodoxygenfile autodoxygenindex doxygenclass doxygenconcept doxygendefine doxygenenum doxygenenumvalue ' +
      'doxygenfile doxygenfunction doxygengroup doxygenindex doxygeninterface doxygennamespace doxygenpage ' +
      'doxygenstruct doxygentypedef doxygenunion doxygenvariable',
  },
  releases: { roles: 'bug feature release support' },
}

/** Extensions that add neither directives nor roles. */
const plain =
  'sphinx.ext.autodoc sphinx.ext.doctest sphinx.ext.graphviz sphinx.ext.ifconfig sphinx.ext.intersphinx sphinx.ext.todo ' +
  'sphinx.ext.autosectionlabel sphinx.ext.coverage sphinx.ext.duration sphinx.ext.extlinks sphinx.ext.githubpages ' +
  'sphinx.ext.imgconverter sphinx.ext.imgmath sphinx.ext.linkcode sphinx.ext.mathjax sphinx.ext.napoleon ' +
  'sphinx.ext.viewcode sphinxcontrib.apidoc sphinxcontrib.jquery sphinxcontrib.napoleon sphinxcontrib.redoc ' +
  'sphinxcontrib.rsvgconverter openstackdocstheme oslosphinx oslo_config.sphinxconfiggen ' +
  'oslo_policy.sphinxpolicygen sphinx_copybutton sphinx_lint sphinx_rtd_theme sphinxext.opengraph ' +
  'sphinxext.rediraffe notfound.extension myst_parser IPython.sphinxext.ipython_console_highlighting pygments_ext ' +
  'recommonmark rst2pdf.pdfbuilder'

/** The directives and roles that an extension adds, if known. */
export function namesOfExtension(extension: string): { directives: string[]; roles: string[] } | undefined {
  if (plain.split(' ').includes(extension)) return { directives: [], roles: [] }
  if (!Object.hasOwn(additions, extension)) return undefined
  const { directives, roles } = additions[extension]!
  return { directives: directives?.split(' ') ?? [], roles: roles?.split(' ') ?? [] }
}
