/**
 * What we look for in YouTube's page. Each with what it finds; the shapes are those of signed-out watch pages recorded
 * between 2025-06 and 2026-06 and of public extensions that query the same elements in 2026.
 */

/** The element of a watch page; its `video-id` attribute names the video. `ytd-watch-grid` is a layout test since 2024. */
export const WATCH_ROOT = 'ytd-watch-flexy, ytd-watch-grid';

/** The player proper: holds the `<video>`, carries `ad-showing` during adverts, has the player's methods. */
export const PLAYER = '#movie_player';

/** The media element of the watch page's player. */
export const VIDEO = '#movie_player video.html5-main-video, #movie_player video';

/** Where the player has got another id: its class has been the same for longer, and a watch page has one video. */
export const OTHER_PLAYER = 'ytd-watch-flexy .html5-video-player, ytd-watch-grid .html5-video-player';
export const OTHER_VIDEO = 'ytd-watch-flexy video, ytd-watch-grid video';

/** Classes of `PLAYER` while an advert holds it. */
export const ADVERT_CLASSES = ['ad-showing', 'ad-interrupting'] as const;

/** The right column's inner box: YouTube's panels, playlist, chat and suggestions. */
export const SIDE_COLUMN = '#secondary-inner';

/** The right column itself, for a page without the inner box. */
export const OUTER_COLUMN = '#secondary';

/** What stands under the player in one column: title, description, comments. */
export const BELOW_PLAYER = '#below';

/** The left column's inner box. */
export const MAIN_COLUMN = '#primary-inner';

/** The player's box, whose height the panel takes. */
export const PLAYER_BOX = '#player, #player-container, #full-bleed-container';

/** The captions button; `aria-pressed` says whether they are on. */
export const CAPTIONS_BUTTON = '.ytp-subtitles-button';

/** An open engagement panel of any kind. */
export const OPEN_PANEL =
  'ytd-engagement-panel-section-list-renderer[visibility="ENGAGEMENT_PANEL_VISIBILITY_EXPANDED"]';

/** A row of the transcript panel, modern and legacy. */
export const PANEL_ROW = 'transcript-segment-view-model, ytd-transcript-segment-renderer';

/** The time of a row, modern and legacy. */
export const ROW_TIME = '.ytwTranscriptSegmentViewModelTimestamp, .segment-timestamp';

/** The words of a row: modern (two class generations), legacy. */
export const ROW_TEXT = 'span.ytAttributedStringHost, span.yt-core-attributed-string, .segment-text';

/** Spoken form of the time ("3 seconds") in modern rows: never part of the words. */
export const ROW_SPOKEN_TIME = '.ytwTranscriptSegmentViewModelTimestampA11yLabel';
