/** `ytInitialData`, also the answer of `/youtubei/v1/next`: what surrounds the player, chapters and panels among it. */
import type { StageOptions, TranscriptButton } from '../options';
import type { StageChapter, StageVideo } from '../video';
import { encodePanelParams } from './panel-params';
import { clockText } from './panel-response';

export function initialData(video: StageVideo, options: StageOptions): object {
  if (video.recordedInitialData) return video.recordedInitialData;
  const button = transcriptButton(video, options.transcriptButton);
  return {
    responseContext: { mainAppWebResponseContext: { loggedOut: true } },
    contents: {
      twoColumnWatchNextResults: {
        results: { results: { contents: [primaryInfo(video), secondaryInfo(video)] } },
        secondaryResults: { secondaryResults: { results: [] } },
        ...(video.state === 'live' ? { conversationBar: { liveChatRenderer: { continuations: [] } } } : {}),
      },
    },
    currentVideoEndpoint: { watchEndpoint: { videoId: video.id } },
    playerOverlays: playerOverlays(video),
    engagementPanels: [...chapterPanels(video), ...(button ? [descriptionPanel(button)] : [])],
  };
}

function primaryInfo(video: StageVideo): object {
  return {
    videoPrimaryInfoRenderer: { title: { runs: [{ text: video.title }] }, dateText: { simpleText: 'Oct 3, 2026' } },
  };
}

function secondaryInfo(video: StageVideo): object {
  return {
    videoSecondaryInfoRenderer: {
      owner: { videoOwnerRenderer: { title: { runs: [{ text: video.author }] } } },
      attributedDescription: { content: video.description },
    },
  };
}

/** Chapters of the description and automatic ones stand in the markers map; mere key moments only in their panel. */
function playerOverlays(video: StageVideo): object {
  const key = video.chapterKind === 'description' ? 'DESCRIPTION_CHAPTERS' : 'AUTO_CHAPTERS';
  const animation = { key: 'ANIMATION_ANNOTATION_MARKERS', value: { markers: [] } };
  const hasMap = video.chapterKind === 'description' || video.chapterKind === 'auto';
  const chapters = { key, value: { chapters: video.chapters.map(chapterRenderer) } };
  return {
    playerOverlayRenderer: {
      decoratedPlayerBarRenderer: {
        decoratedPlayerBarRenderer: {
          playerBar: { multiMarkersPlayerBarRenderer: { markersMap: hasMap ? [animation, chapters] : [animation] } },
        },
      },
    },
  };
}

function chapterRenderer(chapter: StageChapter): object {
  return { chapterRenderer: { title: { simpleText: chapter.title }, timeRangeStartMillis: chapter.start } };
}

function chapterPanels(video: StageVideo): object[] {
  if (video.chapterKind === 'none') return [];
  const kind = video.chapterKind === 'description' ? 'description-chapters' : 'auto-chapters';
  const info =
    video.chapterKind === 'description'
      ? []
      : [{ macroMarkersInfoItemRenderer: { infoText: { runs: [{ text: 'These chapters are auto-generated' }] } } }];
  const items = video.chapters.map((chapter) => ({
    macroMarkersListItemRenderer: {
      title: { simpleText: chapter.title },
      timeDescription: { simpleText: clockText(Math.floor(chapter.start / 1000)) },
      onTap: { watchEndpoint: { videoId: video.id, startTimeSeconds: chapter.start / 1000 } },
    },
  }));
  const identifier = `engagement-panel-macro-markers-${kind}`;
  return [
    {
      engagementPanelSectionListRenderer: {
        panelIdentifier: identifier,
        targetId: identifier,
        content: { macroMarkersListRenderer: { contents: [...info, ...items] } },
        visibility: 'ENGAGEMENT_PANEL_VISIBILITY_HIDDEN',
      },
    },
  ];
}

function transcriptButton(video: StageVideo, kind: TranscriptButton): object | null {
  if (kind === 'none' || video.tracks.length === 0) return null;
  const modern = { params: encodePanelParams({ videoId: video.id, variant: kind === 'modern' ? 2 : 1 }) };
  if (kind === 'modern') {
    return {
      showEngagementPanelEndpoint: { identifier: { tag: 'PAmodern_transcript_view' }, globalConfiguration: modern },
    };
  }
  if (kind === 'legacy') {
    return { showEngagementPanelEndpoint: { panelIdentifier: 'engagement-panel-searchable-transcript' } };
  }
  const source =
    kind === 'combined-modern' || kind === 'combined-empty'
      ? 'PAmodern_transcript_view'
      : 'engagement-panel-searchable-transcript';
  return {
    updateEngagementPanelContentCommand: {
      contentSourcePanelIdentifier: { tag: source },
      targetPanelIdentifier: { tag: 'engagement-panel-timeline-view-consolidated' },
      globalConfiguration: modern,
    },
  };
}

function descriptionPanel(command: object): object {
  return {
    engagementPanelSectionListRenderer: {
      panelIdentifier: 'engagement-panel-structured-description',
      targetId: 'engagement-panel-structured-description',
      content: {
        structuredDescriptionContentRenderer: {
          items: [
            {
              videoDescriptionTranscriptSectionRenderer: {
                sectionTitle: { runs: [{ text: 'Transcript' }] },
                primaryButton: { buttonRenderer: { text: { simpleText: 'Show transcript' }, command } },
              },
            },
          ],
        },
      },
      visibility: 'ENGAGEMENT_PANEL_VISIBILITY_HIDDEN',
    },
  };
}
