/** The rules, one file for each. */
import type { Rule } from '../rule.ts'
import { added as driftAdded } from './drift/added.ts'
import { changed as driftChanged } from './drift/changed.ts'
import { moved as driftMoved } from './drift/moved.ts'
import { removed as driftRemoved } from './drift/removed.ts'
import { renamed as driftRenamed } from './drift/renamed.ts'
import { champion as goalChampion } from './goal/champion.ts'
import { checklist as goalChecklist } from './goal/checklist.ts'
import { citationNumber as goalCitationNumber } from './goal/citation-number.ts'
import { criteria as goalCriteria } from './goal/criteria.ts'
import { duplicateSection as goalDuplicateSection } from './goal/duplicate-section.ts'
import { emptySection as goalEmptySection } from './goal/empty-section.ts'
import { gerritTopic as goalGerritTopic } from './goal/gerrit-topic.ts'
import { lostSection as goalLostSection } from './goal/lost-section.ts'
import { missingSection as goalMissingSection } from './goal/missing-section.ts'
import { placeholder as goalPlaceholder } from './goal/placeholder.ts'
import { releaseName as goalReleaseName } from './goal/release-name.ts'
import { reviewNote as goalReviewNote } from './goal/review-note.ts'
import { sectionLevel as goalSectionLevel } from './goal/section-level.ts'
import { sectionName as goalSectionName } from './goal/section-name.ts'
import { sectionOrder as goalSectionOrder } from './goal/section-order.ts'
import { templateText as goalTemplateText } from './goal/template-text.ts'
import { tracking as goalTracking } from './goal/tracking.ts'
import { badUrl as linkBadUrl } from './link/bad-url.ts'
import { deadInternal as linkDeadInternal } from './link/dead-internal.ts'
import { duplicate as linkDuplicate } from './link/duplicate.ts'
import { hardCodedRole as linkHardCodedRole } from './link/hard-coded-role.ts'
import { insecure as linkInsecure } from './link/insecure.ts'
import { legacyHost as linkLegacyHost } from './link/legacy-host.ts'
import { accidentalBlockquote } from './misread/accidental-blockquote.ts'
import { accidentalDefinition } from './misread/accidental-definition.ts'
import { codeBlockWithoutContent } from './misread/code-block-without-content.ts'
import { commentForDirective } from './misread/comment-for-directive.ts'
import { commentForTarget } from './misread/comment-for-target.ts'
import { defaultRole } from './misread/default-role.ts'
import { gluedList } from './misread/glued-list.ts'
import { hyphenAtLineEnd } from './misread/hyphen-at-line-end.ts'
import { labelGlued } from './misread/label-glued.ts'
import { linkWithoutSpace } from './misread/link-without-space.ts'
import { linkWithoutUnderscore } from './misread/link-without-underscore.ts'
import { literalBlockMissing } from './misread/literal-block-missing.ts'
import { markdownFence } from './misread/markdown-fence.ts'
import { markdownHeading } from './misread/markdown-heading.ts'
import { markdownLink } from './misread/markdown-link.ts'
import { markupAsText } from './misread/markup-as-text.ts'
import { markupSwallowed } from './misread/markup-swallowed.ts'
import { mergedLines } from './misread/merged-lines.ts'
import { namedLinkReused } from './misread/named-link-reused.ts'
import { nestedListInBlockquote } from './misread/nested-list-in-blockquote.ts'
import { pseudoList } from './misread/pseudo-list.ts'
import { roleWithoutBacktick } from './misread/role-without-backtick.ts'
import { roleWithoutColon } from './misread/role-without-colon.ts'
import { repositoryRules } from './repository/index.ts'
import { docutilsRules } from './rst/index.ts'
import { sphinxRules } from './sphinx/index.ts'
import { blankLines } from './style/blank-lines.ts'
import { bulletMarker } from './style/bullet-marker.ts'
import { byteOrderMark } from './style/byte-order-mark.ts'
import { conflictMarker } from './style/conflict-marker.ts'
import { documentLength } from './style/document-length.ts'
import { editorLine } from './style/editor-line.ts'
import { finalNewline } from './style/final-newline.ts'
import { invisibleCharacter } from './style/invisible-character.ts'
import { lineEnding } from './style/line-ending.ts'
import { lineLength } from './style/line-length.ts'
import { repeatedWord } from './style/repeated-word.ts'
import { tab } from './style/tab.ts'
import { titleAdornment } from './style/title-adornment.ts'
import { trailingWhitespace } from './style/trailing-whitespace.ts'
import { reason as suppressionReason } from './suppression/reason.ts'
import { unknown as suppressionUnknown } from './suppression/unknown.ts'
import { unused as suppressionUnused } from './suppression/unused.ts'
import { teamCase } from './team/case.ts'
import { contradiction as teamContradiction } from './team/contradiction.ts'
import { deliverable as teamDeliverable } from './team/deliverable.ts'
import { duplicate as teamDuplicate } from './team/duplicate.ts'
import { label as teamLabel } from './team/label.ts'
import { level as teamLevel } from './team/level.ts'
import { missing as teamMissing } from './team/missing.ts'
import { noneSpelling as teamNoneSpelling } from './team/none-spelling.ts'
import { order as teamOrder } from './team/order.ts'
import { projectName as teamProjectName } from './team/project-name.ts'
import { renamed as teamRenamed } from './team/renamed.ts'
import { retired as teamRetired } from './team/retired.ts'
import { status as teamStatus } from './team/status.ts'
import { unanswered as teamUnanswered } from './team/unanswered.ts'
import { unknown as teamUnknown } from './team/unknown.ts'

/** The built-in rules. Add one here; configuration schema, documentation and command line pick it up.
 * A rule that claims messages of docutils must be before the rules of `rst/`, which report the messages that nobody claimed.
 */
export const rules: readonly Rule[] = [
  accidentalBlockquote,
  accidentalDefinition,
  codeBlockWithoutContent,
  commentForDirective,
  commentForTarget,
  defaultRole,
  gluedList,
  hyphenAtLineEnd,
  labelGlued,
  linkWithoutSpace,
  linkWithoutUnderscore,
  literalBlockMissing,
  markdownFence,
  markdownHeading,
  markdownLink,
  markupAsText,
  markupSwallowed,
  mergedLines,
  namedLinkReused,
  nestedListInBlockquote,
  pseudoList,
  roleWithoutBacktick,
  roleWithoutColon,
  ...docutilsRules,
  blankLines,
  bulletMarker,
  byteOrderMark,
  conflictMarker,
  documentLength,
  editorLine,
  finalNewline,
  invisibleCharacter,
  lineEnding,
  lineLength,
  repeatedWord,
  tab,
  titleAdornment,
  trailingWhitespace,
  goalChampion,
  goalChecklist,
  goalCitationNumber,
  goalCriteria,
  goalDuplicateSection,
  goalEmptySection,
  goalGerritTopic,
  goalLostSection,
  goalMissingSection,
  goalPlaceholder,
  goalReleaseName,
  goalReviewNote,
  goalSectionLevel,
  goalSectionName,
  goalSectionOrder,
  goalTemplateText,
  goalTracking,
  teamCase,
  teamContradiction,
  teamDeliverable,
  teamDuplicate,
  teamLabel,
  teamLevel,
  teamMissing,
  teamNoneSpelling,
  teamOrder,
  teamProjectName,
  teamRenamed,
  teamRetired,
  teamStatus,
  teamUnanswered,
  teamUnknown,
  driftAdded,
  driftChanged,
  driftMoved,
  driftRemoved,
  driftRenamed,
  linkBadUrl,
  linkDeadInternal,
  linkDuplicate,
  linkHardCodedRole,
  linkInsecure,
  linkLegacyHost,
  ...sphinxRules,
  ...repositoryRules,
  suppressionReason,
  suppressionUnknown,
  suppressionUnused,
]
