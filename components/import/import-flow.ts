/** An import from the first byte to the shown words. Holds what the sheet draws; every late answer is checked against it. */
import type { ImportChoices, ImportPreview, ImportRefusal, Named } from '@/lib/import/types';
import type { LibraryErrorCode } from '@/lib/ports';
import type { ImportActions, ImportBytes, KeepAnswer, OnSent } from '@/lib/sidebar/imports';
import type { TakenIn } from './take-in';

export type ImportState =
  | { readonly step: 'choose' }
  /** `share` of the file that the reading side has, 0 to 1. */
  | { readonly step: 'reading'; readonly file: ImportBytes; readonly share: number }
  | {
      readonly step: 'preview';
      readonly file: ImportBytes;
      readonly preview: ImportPreview;
      /** What it can be read as, in an order that stays. */
      readonly shapes: readonly Named[];
      readonly choices: ImportChoices;
      /** `reading`: again, with other choices. `keeping`: the button was pressed. */
      readonly busy: 'reading' | 'keeping' | null;
      readonly share: number;
    }
  | { readonly step: 'refused'; readonly file: ImportBytes; readonly refusal: ImportRefusal }
  /** Read, but nothing may be kept, or could be. */
  | { readonly step: 'only-here' }
  /** Kept, but of another recording. */
  | { readonly step: 'unfit'; readonly id: string; readonly matched: number }
  | {
      readonly step: 'trouble';
      readonly code: LibraryErrorCode | 'too-large' | 'unreadable';
      readonly file: ImportBytes | null;
    };

export interface FlowEvents {
  /** Null: nothing can be imported now. */
  actions(): ImportActions | null;
  onChange(): void;
  /** The last file was kept. */
  onDone(answer: Extract<KeepAnswer, { id: string }>): void;
}

export class ImportFlow {
  state: ImportState = { step: 'choose' };
  /** What was imported last lives as long as the page. */
  isOnlyHere = false;
  #waiting: TakenIn[] = [];
  /** Goes up with everything that makes older answers worthless. */
  #turn = 0;
  #cancelled = -1;
  /** Names for the speakers of this file, by label; kept also while it is read as something without speakers. */
  #typed = new Map<string, string>();

  constructor(private readonly events: FlowEvents) {}

  /** Files still to come after this one. */
  get waiting(): number {
    return this.#waiting.length;
  }

  reset(): void {
    this.#waiting = [];
    this.#go({ step: 'choose' });
  }

  /** Begins with the first; the others follow one by one. */
  bring(taken: readonly TakenIn[]): void {
    this.#waiting = [...taken];
    this.#next();
  }

  /** Reads the same file otherwise. */
  choose(change: ImportChoices): void {
    const { state } = this;
    if (state.step === 'refused') this.#read(state.file, change);
    if (state.step === 'preview' && state.busy !== 'keeping') {
      const choices = { ...state.choices, ...change };
      this.#read(state.file, choices, { ...state, choices, busy: 'reading', share: 0 });
    }
  }

  /** Only remembered: a name changes nothing about how the text is read. */
  rename(label: string, name: string): void {
    const { state } = this;
    if (state.step !== 'preview') return;
    this.#typed.set(label, name);
    const speakers = state.preview.speakers.map((each) => (each.label === label ? { ...each, name } : each));
    this.state = { ...state, preview: { ...state.preview, speakers } };
  }

  async use(): Promise<void> {
    const { state } = this;
    const actions = this.events.actions();
    if (state.step !== 'preview' || state.busy || !actions) return;
    const turn = this.#go({ ...state, busy: 'keeping', share: 0 });
    const names = state.preview.speakers.map(({ label, name }) => [label, name.trim() || label] as const);
    const choices = { ...state.choices, ...(names.length > 0 ? { names } : {}) };
    const answer = await actions.keep(state.file, choices, this.#onSent(turn)).catch(() => null);
    if (turn === this.#cancelled && answer?.ok && answer.value.state !== 'refused') actions.remove(answer.value.id);
    if (turn !== this.#turn) return;
    if (!answer?.ok) this.#go({ step: 'trouble', code: answer?.error.code ?? 'unreachable', file: state.file });
    else this.#kept(state.file, answer.value);
  }

  /** Back to the preview; what is kept all the same is taken away again. */
  cancel(): void {
    const { state } = this;
    if (state.step !== 'preview' || state.busy !== 'keeping') return;
    this.#cancelled = this.#turn;
    this.#go({ ...state, busy: null });
  }

  retry(): void {
    if (this.state.step === 'trouble' && this.state.file) this.#read(this.state.file, {});
    else this.reset();
  }

  #kept(file: ImportBytes, answer: KeepAnswer): void {
    if (answer.state === 'refused') this.#go({ step: 'refused', file, refusal: answer });
    else if (answer.state === 'unfit') this.#go({ step: 'unfit', id: answer.id, matched: answer.matched });
    else if (this.#waiting.length > 0) this.#next();
    else if (answer.where === 'page' && answer.state === 'kept') this.#go({ step: 'only-here' });
    else {
      this.isOnlyHere = answer.where === 'page';
      this.#go({ step: 'choose' });
      this.events.onDone(answer);
    }
  }

  #next(): void {
    const taken = this.#waiting.shift();
    this.#typed = new Map();
    if (!taken) this.#go({ step: 'choose' });
    else if (taken.kind === 'bytes') this.#read(taken.file, {});
    else this.#go({ step: 'trouble', code: taken.kind, file: null });
  }

  async #read(
    file: ImportBytes,
    choices: ImportChoices,
    shown: ImportState = { step: 'reading', file, share: 0 },
  ): Promise<void> {
    const turn = this.#go(shown);
    // Whatever goes wrong, the reader is told and can go on.
    const answer = await this.events
      .actions()
      ?.preview(file, choices, this.#onSent(turn))
      .catch(() => null);
    if (turn !== this.#turn) return;
    if (!answer?.ok) this.#go({ step: 'trouble', code: answer?.error.code ?? 'unreachable', file });
    else if (answer.value.state === 'refused') this.#go({ step: 'refused', file, refusal: answer.value });
    else {
      const preview = this.#namesTyped(answer.value.preview);
      this.#go({ step: 'preview', file, preview, shapes: this.#shapesOf(preview), choices, busy: null, share: 0 });
    }
  }

  #shapesOf({ shape, others }: ImportPreview): readonly Named[] {
    const { state } = this;
    const known = state.step === 'preview' ? state.shapes : [];
    return known.some(({ id }) => id === shape.id) ? known : [shape, ...others];
  }

  /** What the reader has turned away from is not sent to its end. */
  #onSent(turn: number): OnSent {
    return (share) => {
      const { state } = this;
      if (turn !== this.#turn) return false;
      if (state.step === 'reading' || state.step === 'preview') this.state = { ...state, share };
      if (share > 0) this.events.onChange();
      return true;
    };
  }

  /** Names that were typed stay when the text is read otherwise. */
  #namesTyped(preview: ImportPreview): ImportPreview {
    const speakers = preview.speakers.map((each) => ({ ...each, name: this.#typed.get(each.label) ?? each.name }));
    return { ...preview, speakers };
  }

  #go(state: ImportState): number {
    this.state = state;
    this.#turn += 1;
    this.events.onChange();
    return this.#turn;
  }
}
