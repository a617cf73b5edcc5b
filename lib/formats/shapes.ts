/** All shapes that can be read, in the order in which equals win. */
import { json3 } from './json3';
import { nameBlocks } from './name-blocks';
import { nameHeadings } from './name-headings';
import { namedTurns } from './named-turns';
import { panelAnswer } from './panel-answer';
import { plainText } from './plain-text';
import type { Shape } from './shape';
import { speakerTurns } from './speaker-turns';
import { srv1 } from './srv1';
import { srv2 } from './srv2';
import { srv3 } from './srv3';
import { timedLines } from './timed-lines';
import { youtubePanelText } from './youtube-panel-text';

/** Subtitle files and data of programs: told by their form, hardly ever mistaken. */
export const PROGRAM_SHAPES: readonly Shape[] = [json3, srv3, srv2, srv1, panelAnswer];

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

export const SHAPES: readonly Shape[] = [...PROGRAM_SHAPES, ...PEOPLE_SHAPES];

export function shapeById(id: string): Shape | null {
  return SHAPES.find((shape) => shape.id === id) ?? null;
}
