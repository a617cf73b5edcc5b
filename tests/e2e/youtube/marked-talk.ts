import { automaticTrack, manualTrack } from '../../stage/episodes/small-videos';
import type { StageVideo } from '../../stage/video';

/** A talk of which every word says whose it is. */
export function buildTalk(like: StageVideo, mark: string): Omit<StageVideo, 'id'> {
  const truth = like.truth.map((word, index) => ({ ...word, text: `${mark}${index}` }));
  const tracks = [
    manualTrack('.en', 'en', 'English', truth, like.durationMs),
    automaticTrack('a.en', 'en', 'English (auto-generated)', truth, like.durationMs),
  ];
  return { ...like, title: mark, truth, tracks };
}
