/** Transcripts that a reader brings to the open video: kept, merged with its captions, merged again when better ones come. */
import { chooseTimed, exactness } from '../import/choose-timed';
import { type Revision, revise } from '../import/revise';
import type { ImportPort, KeptTranscript, LibraryErrorCode, LibraryPort } from '../ports';
import { fail, ok, type Result } from '../protocol/result';
import type { ImportActions, KeepAnswer } from '../sidebar/imports';
import type { Transcript } from '../transcript/types';
import { metaOf, type Visit } from './visit';

export interface ImportsInput {
  readonly port: ImportPort;
  readonly library: Pick<LibraryPort, 'removeTranscript' | 'saveChoice'>;
  /** The visit of the open video. */
  readonly visit: () => Visit | null;
  /** Draws the visit anew. */
  readonly show: (visit: Visit) => void;
  /** Learns of a transcript that came into the visit. */
  readonly remember: (transcript: Transcript) => void;
  /** Learns of a failure of the library. */
  readonly note: (visit: Visit, code: LibraryErrorCode) => void;
}

type MergeOutcome =
  | { readonly state: 'merged'; readonly id: string }
  | { readonly state: 'unfit'; readonly matched: number };

export interface Imports {
  readonly actions: ImportActions;
  /** Other words are at hand than before: merges what can now be merged, or merged better. */
  wordsCame(visit: Visit): void;
}

export function createImports({ port, library, visit, show, remember, note }: ImportsInput): Imports {
  /** Pairs that were tried in this page, or are being tried. */
  const tried = new Set<string>();
  /** What was taken away in this page, to bring it back at once. */
  const removed = new Map<string, readonly Transcript[]>();

  function wordsCame(opened: Visit): void {
    for (const human of opened.transcripts) {
      if (human.origin.kind !== 'import' || human.origin.unmerged) continue;
      const timed = betterTimes(opened, human);
      const pair = timed && `${human.id} ${timed.id}`;
      if (!timed || !pair || tried.has(pair)) continue;
      tried.add(pair);
      // What the reader looks at is replaced only by its own better self.
      merge(opened, human, timed, false).then(
        (answer) => {
          if (!answer.ok) tried.delete(pair);
        },
        () => tried.delete(pair),
      );
    }
  }

  /** The captions to merge with, when there is no merge yet or these are more exact than those it was made of. */
  function betterTimes(opened: Visit, human: Transcript): Transcript | null {
    const fresh = opened.transcripts.filter(({ id }) => !opened.outdated.has(id));
    const timed = chooseTimed(human, fresh);
    const merge = mergeOf(opened, human.id);
    if (!timed || !merge) return timed;
    const isSame = merge.origin.kind === 'merge' && merge.origin.timed === timed.id;
    return !isSame && exactness(timed) > exactness(merge) ? timed : null;
  }

  async function merge(
    opened: Visit,
    human: Transcript,
    timed: Transcript,
    isWished: boolean,
  ): Promise<Result<MergeOutcome, LibraryErrorCode>> {
    const answer = await port.merge(metaOf(opened), human, timed);
    if (!answer.ok) {
      note(opened, answer.error.code);
      return answer;
    }
    if (answer.value.state === 'unfit') {
      // It stays at hand, behind everything else, and is not tried again by itself.
      if (opened.current) reviseNow(opened, human.id, { kind: 'merging', wanted: false });
      return ok(answer.value);
    }
    const merged = withNamesOf(answer.value.transcript, find(opened, human.id) ?? human);
    const isGone = find(opened, human.id) === null;
    if (!opened.current || isGone) return ok({ state: 'merged', id: merged.id });
    const older = opened.transcripts.filter(({ origin }) => origin.kind === 'merge' && origin.human === human.id);
    take(opened, merged, older);
    const { wish } = opened;
    const wasChosen = wish?.kind === 'transcript' && (wish.id === merged.id || older.some(({ id }) => id === wish.id));
    if (isWished || wasChosen) choose(opened, merged.id);
    show(opened);
    return ok({ state: 'merged', id: merged.id });
  }

  function take(opened: Visit, transcript: Transcript, leaving: readonly Transcript[] = []): void {
    const others = opened.transcripts.filter((each) => each.id !== transcript.id && !leaving.includes(each));
    opened.transcripts = [...others, transcript];
    remember(transcript);
  }

  function choose(opened: Visit, id: string | null): void {
    opened.wish = id === null ? null : { kind: 'transcript', id };
    library.saveChoice(opened.videoId, { chosen: id }).catch(() => undefined);
  }

  async function keep(
    ...[file, choices, onSent]: Parameters<ImportActions['keep']>
  ): ReturnType<ImportActions['keep']> {
    const opened = visit();
    if (!opened) return fail('refused', 'no video is open');
    const answer = await port.keep(metaOf(opened), file, choices, onSent);
    if (!answer.ok) {
      note(opened, answer.error.code);
      return answer;
    }
    const kept = answer.value;
    if (kept.state === 'refused') return ok(kept);
    if (kept.trouble) note(opened, kept.trouble);
    if (!opened.current) return ok({ state: 'gone', id: kept.transcript.id, where: kept.where });
    return ok(await settle(opened, kept));
  }

  /** Merges what was kept, or shows it as it is. A merge that fails costs nothing but the merge. */
  async function settle(
    opened: Visit,
    { transcript, where }: Pick<Extract<KeptTranscript, { state: 'kept' }>, 'transcript' | 'where'>,
  ): Promise<KeepAnswer> {
    const { id } = transcript;
    take(opened, transcript);
    const timed = chooseTimed(
      transcript,
      opened.transcripts.filter((each) => !opened.outdated.has(each.id)),
    );
    if (timed) tried.add(`${id} ${timed.id}`);
    const merged = timed ? await merge(opened, transcript, timed, true).catch(() => null) : null;
    if (merged?.ok && merged.value.state === 'merged') return { state: 'merged', id, merged: merged.value.id, where };
    if (merged?.ok && merged.value.state === 'unfit') {
      show(opened);
      return { state: 'unfit', id, matched: merged.value.matched, where };
    }
    if (timed) tried.delete(`${id} ${timed.id}`);
    if (opened.current) {
      // Not chosen by name: what it is merged into later takes its place by itself.
      choose(opened, null);
      show(opened);
    }
    return { state: 'kept', id, where };
  }

  function remove(id: string): void {
    const opened = visit();
    const transcript = opened && find(opened, id);
    if (!opened || !transcript) return;
    const merges = opened.transcripts.filter(({ origin }) => origin.kind === 'merge' && origin.human === id);
    const leaving = [transcript, ...merges];
    removed.set(id, leaving);
    leave(opened, leaving);
    show(opened);
  }

  function leave(opened: Visit, leaving: readonly Transcript[]): void {
    opened.transcripts = opened.transcripts.filter((each) => !leaving.includes(each));
    const { wish } = opened;
    if (wish?.kind === 'transcript' && leaving.some(({ id }) => id === wish.id)) choose(opened, null);
    for (const { id } of leaving) library.removeTranscript(opened.videoId, id).catch(() => undefined);
  }

  async function restore(id: string): Promise<void> {
    const opened = visit();
    const back = removed.get(id);
    removed.delete(id);
    if (!opened || !back || back[0]?.videoId !== opened.videoId) return;
    for (const transcript of back) take(opened, transcript);
    show(opened);
    for (const transcript of back) {
      const restored = await port.restore(opened.videoId, transcript.id);
      if (!restored.ok) note(opened, restored.error.code);
    }
  }

  function undoMerge(mergedId: string): void {
    const opened = visit();
    const merged = opened && find(opened, mergedId);
    if (!opened || merged?.origin.kind !== 'merge') return;
    const { human } = merged.origin;
    reviseNow(opened, human, { kind: 'merging', wanted: false });
    leave(opened, [merged]);
    show(opened);
  }

  async function mergeAgain(id: string): ReturnType<ImportActions['mergeAgain']> {
    const opened = visit();
    if (!opened || !find(opened, id)) return fail('refused', 'no such transcript');
    reviseNow(opened, id, { kind: 'merging', wanted: true });
    const transcript = find(opened, id);
    return transcript ? ok(await settle(opened, { transcript, where: 'library' })) : fail('refused');
  }

  function reviseNow(opened: Visit, id: string, revision: Revision): void {
    const transcript = find(opened, id);
    if (!transcript) return;
    const human = transcript.origin.kind === 'merge' ? transcript.origin.human : id;
    const isOfIt = ({ id: other, origin }: Transcript) =>
      other === human || (origin.kind === 'merge' && origin.human === human);
    // A speaker has one name, wherever it stands.
    const concerned = (each: Transcript) => (revision.kind === 'names' ? isOfIt(each) : each.id === id);
    opened.transcripts = opened.transcripts.map((each) => (concerned(each) ? revise(each, revision) : each));
    port.revise(opened.videoId, id, revision).then(
      (answer) => {
        if (!answer.ok) note(opened, answer.error.code);
      },
      () => undefined,
    );
  }

  return {
    wordsCame,
    actions: {
      async preview(file, choices, onSent) {
        const opened = visit();
        if (!opened) return fail('refused', 'no video is open');
        const { duration } = metaOf(opened);
        return port.preview({ videoId: opened.videoId, duration }, file, choices, onSent);
      },
      keep,
      remove,
      restore: (id) => void restore(id),
      undoMerge,
      mergeAgain,
      revise(id, revision) {
        const opened = visit();
        if (!opened) return;
        reviseNow(opened, id, revision);
        show(opened);
      },
      async compare(mergedId, from) {
        const opened = visit();
        const merged = opened && find(opened, mergedId);
        const timed = opened && merged?.origin.kind === 'merge' ? find(opened, merged.origin.timed) : null;
        return merged && timed ? port.compare(merged, timed, from) : fail('refused', 'the captions are not at hand');
      },
    },
  };
}

function mergeOf(opened: Visit, human: string): Transcript | null {
  return opened.transcripts.find(({ origin }) => origin.kind === 'merge' && origin.human === human) ?? null;
}

function find(opened: Visit, id: string): Transcript | null {
  return opened.transcripts.find((transcript) => transcript.id === id) ?? null;
}

/** Speakers may have been renamed while the merge was on its way. */
function withNamesOf(merged: Transcript, human: Transcript): Transcript {
  return revise(merged, { kind: 'names', names: human.speakers.map(({ label, name }) => [label, name] as const) });
}
