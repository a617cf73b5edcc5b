import { nameBlocks } from './name-blocks';
import { nameHeadings } from './name-headings';
import { namedTurns } from './named-turns';
import { plainText } from './plain-text';
import type { Shape } from './shape';
import { speakerTurns } from './speaker-turns';
import { timedLines } from './timed-lines';
import { youtubePanelText } from './youtube-panel-text';

/** Text as people write, copy and save it: told by counting. The first of equals wins. */
export const PEOPLE_SHAPES: readonly Shape[] = [
  speakerTurns,
  nameBlocks,
  nameHeadings,
  timedLines,
  youtubePanelText,
  namedTurns,
  plainText,
];
