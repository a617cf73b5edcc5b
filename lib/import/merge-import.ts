/** An imported text and captions of the same video become one. */
import { type AlignReport, align } from '../align/align';
import { mergeTranscripts } from '../align/merge';
import type { Transcript } from '../transcript/types';

export interface MergeOutcome {
  readonly report: AlignReport;
  /** Null when the text belongs to another recording. */
  readonly merged: Transcript | null;
}

export function mergeImport(human: Transcript, timed: Transcript): MergeOutcome {
  const alignment = align(human, timed);
  const { report } = alignment;
  return { report, merged: report.verdict === 'refused' ? null : mergeTranscripts(human, timed, alignment) };
}
