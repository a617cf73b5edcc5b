/** Notes as content scripts use them: `NotesActions` over messages. */
import type { NotesWanted } from '../../protocol/notes-calls';
import { ok } from '../../protocol/result';
import type { KeptPageAnswer, NotesActions, NotesScope } from '../../sidebar/notes';
import type { CallBackground } from './call-background';
import { createLender, sendInParts } from './lending';

/** `call` must be patient: looking for a long page in a long episode takes the background a while. */
export function createNotesClient(call: CallBackground): NotesActions {
  const withLent = createLender(call);
  let uploads = 0;

  return {
    async view(scope) {
      const { videoId } = scope.meta;
      const answer = await withLent(videoId, allOf(scope), () => call('viewNotes', { videoId, ...wantedIn(scope) }));
      return answer.ok ? ok(answer.value.notes) : answer;
    },

    keepPage(meta, { bytes, fileName }, url) {
      uploads += 1;
      const fields = { meta, upload: `${Date.now()} ${uploads}`, fileName, url, addedAt: Date.now() };
      return sendInParts<KeptPageAnswer>(bytes, (part) => call('keepNotesPage', { ...fields, part }));
    },

    pin: (scope, id, pin) =>
      withLent(scope.meta.videoId, allOf(scope), () => call('pinNote', { videoId: scope.meta.videoId, id, pin })),

    keep: (scope, note) =>
      withLent(scope.meta.videoId, allOf(scope), () => call('keepOwnNote', { meta: scope.meta, note })),

    change: (videoId, id, text) => call('changeOwnNote', { videoId, id, text, changedAt: Date.now() }),
    remove: (meta, id) => call('removeNote', { meta, id }),
    restore: (meta, records) => call('changeNotes', { meta, put: records, remove: [] }),

    async outline(shown, chapters) {
      const { videoId, id } = shown;
      const answer = await withLent(videoId, [shown], () => call('outlineOf', { videoId, transcript: id, chapters }));
      return answer.ok ? ok(answer.value.outline) : answer;
    },

    async locateSummary(shown, text) {
      const { videoId, id } = shown;
      const answer = await withLent(videoId, [shown], () => call('locateSummary', { videoId, transcript: id, text }));
      return answer.ok ? ok(answer.value.sentences) : answer;
    },

    async export(scope) {
      const answer = await withLent(scope.meta.videoId, allOf(scope), () =>
        call('writeNotes', { meta: scope.meta, ...wantedIn(scope) }),
      );
      return answer.ok ? ok(answer.value.markdown) : answer;
    },
  };
}

function wantedIn({ shown, transcripts }: NotesScope): NotesWanted {
  return { shown: shown?.id ?? null, transcripts: transcripts.map(({ id }) => id) };
}

function allOf({ shown, transcripts }: NotesScope): NotesScope['transcripts'] {
  return shown ? [shown, ...transcripts] : transcripts;
}
