import type { StageOptions } from '../options';
import type { StageChapter, VideoState } from '../video';

/** What the page's script is told of a video besides what YouTube itself would say. */
export interface PageVideo {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly state: VideoState;
  readonly durationMs: number;
  readonly hasMedia: boolean;
  readonly chapters: readonly StageChapter[];
  readonly options: StageOptions;
}
