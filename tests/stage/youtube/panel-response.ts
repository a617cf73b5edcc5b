/** The answer of `/youtubei/v1/get_panel`: rows at whole seconds, chapter headers, no ends, no word times. */
import { type CaptionEvent, rowsOf, textOf } from '../captions/body';
import type { StageTrack, StageVideo } from '../video';

export function panelResponse(video: StageVideo, track: StageTrack | undefined, legacyRows = false): object {
  const rows = track ? rowsOf(track.body) : [];
  const chapters = video.chapterKind === 'description' || video.chapterKind === 'auto' ? video.chapters : [];
  const sections = chapters.length > 0 ? chapters : [null];
  const contents = sections.map((chapter, index) => {
    const from = chapter && index > 0 ? chapter.start : Number.NEGATIVE_INFINITY;
    const until = sections[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const inside = rows.filter((row) => row.start >= from && row.start < until);
    return {
      itemSectionRenderer: {
        ...header(chapter?.title, index),
        contents: inside.map((row) => item(row, video, legacyRows)),
      },
    };
  });
  return {
    responseContext: { mainAppWebResponseContext: { loggedOut: true } },
    content: {
      engagementPanelSectionListRenderer: {
        panelIdentifier: 'PAmodern_transcript_view',
        content: { sectionListRenderer: { contents } },
      },
    },
  };
}

/** The language the panel shows: the one asked for if the video has it, else its first made by hand, else the automatic one. */
export function panelTrack(video: StageVideo, hl: string): StageTrack | undefined {
  const language = hl.split('-')[0] ?? hl;
  const matching = video.tracks.filter((track) => track.languageCode.split('-')[0] === language);
  const candidates = matching.length > 0 ? matching : video.tracks;
  return candidates.find((track) => !track.automatic && track.trackName === '') ?? candidates[0];
}

function header(title: string | undefined, index: number): object {
  if (title === undefined) return {};
  return { header: { macroMarkersPanelItemViewModel: { item: { timelineChapterViewModel: { title, index } } } } };
}

function item(row: CaptionEvent, video: StageVideo, legacyRows: boolean): object {
  const simpleText = textOf(row).replaceAll('\n', ' ');
  const seconds = Math.floor(row.start / 1000);
  if (legacyRows) {
    return {
      transcriptSegmentRenderer: {
        startMs: String(row.start),
        endMs: String(row.start + row.duration),
        snippet: { runs: [{ text: simpleText }] },
        startTimeText: { simpleText: clockText(seconds) },
        targetId: `${video.id}.CgNhc3ISAmVuGgA%3D.${row.start}.${row.start + row.duration}`,
      },
    };
  }
  const timestamp = clockText(seconds);
  return {
    macroMarkersPanelItemViewModel: {
      item: {
        timelineItemViewModel: { timestamp, contentItems: [{ transcriptSegmentViewModel: { simpleText, timestamp } }] },
      },
      onTap: { innertubeCommand: { watchEndpoint: { videoId: video.id, startTimeSeconds: seconds } } },
    },
  };
}

/** `8:43`, `1:02:45`. */
export function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
