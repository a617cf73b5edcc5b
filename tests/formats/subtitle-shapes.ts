/** The shapes of subtitle files and of YouTube's answers, which promise the same and are tested alike. */
import { ass } from '@/lib/formats/ass';
import { json3 } from '@/lib/formats/json3';
import { lrc } from '@/lib/formats/lrc';
import { microdvd, mpl2 } from '@/lib/formats/microdvd';
import { panelAnswer } from '@/lib/formats/panel-answer';
import { sami } from '@/lib/formats/sami';
import { sbv } from '@/lib/formats/sbv';
import type { Shape } from '@/lib/formats/shape';
import { srt } from '@/lib/formats/srt';
import { srv1 } from '@/lib/formats/srv1';
import { srv2 } from '@/lib/formats/srv2';
import { srv3 } from '@/lib/formats/srv3';
import { ttml } from '@/lib/formats/ttml';
import { webvtt } from '@/lib/formats/webvtt';

export const SUBTITLE_SHAPES: readonly Shape[] = [
  srt,
  webvtt,
  ass,
  sbv,
  lrc,
  ttml,
  sami,
  microdvd,
  mpl2,
  json3,
  srv1,
  srv2,
  srv3,
  panelAnswer,
];
