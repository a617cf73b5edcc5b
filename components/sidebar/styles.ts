/** The panel's style sheets as one text: apart from the views, so that each comes in a script of its own. */
import findStyles from '../find/find.css?inline';
import importStyles from '../import/import.css?inline';
import notesStyles from '../notes/notes.css?inline';
import readingStyles from '../reading/reading.css?inline';
import tokenStyles from '../shared/tokens.css?inline';
import menuStyles from './menus.css?inline';
import panelStyles from './sidebar.css?inline';

/** The panel's own sheet after those of its parts: it holds what more contrast and forced colours change in them. */
export const sidebarStyles = [
  tokenStyles,
  findStyles,
  menuStyles,
  panelStyles,
  readingStyles,
  importStyles,
  notesStyles,
].join('');
