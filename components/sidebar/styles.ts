/** The panel's style sheets as one text: apart from the views, so that each comes in a script of its own. */
import findStyles from '../find/find.css?inline';
import importAdapted from '../import/adapt.css?inline';
import importStyles from '../import/import.css?inline';
import mergeStyles from '../import/merge.css?inline';
import timesStyles from '../import/times-bar.css?inline';
import notesAdapted from '../notes/adapt.css?inline';
import noteBarStyles from '../notes/note-bar.css?inline';
import notesStyles from '../notes/notes.css?inline';
import outlineStyles from '../notes/outline.css?inline';
import readingAdapted from '../reading/adapt.css?inline';
import highlightStyles from '../reading/highlights.css?inline';
import readingStyles from '../reading/reading.css?inline';
import tokenStyles from '../shared/tokens.css?inline';
import adapted from './adapt.css?inline';
import baseStyles from './base.css?inline';
import emptyStyles from './empty.css?inline';
import frameStyles from './frame.css?inline';
import menuStyles from './menus.css?inline';
import panelStyles from './panels.css?inline';

/** Each part's `adapt.css` comes after it: what narrow panels, more contrast, forced colours and less motion change in it. */
export const sidebarStyles = [
  tokenStyles,
  findStyles,
  menuStyles,
  baseStyles,
  frameStyles,
  panelStyles,
  adapted,
  emptyStyles,
  readingStyles,
  highlightStyles,
  readingAdapted,
  importStyles,
  mergeStyles,
  timesStyles,
  importAdapted,
  notesStyles,
  noteBarStyles,
  outlineStyles,
  notesAdapted,
].join('');
