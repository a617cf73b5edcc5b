/** The summary that the browser's own model may write: offered where it is ready, written at a click, each sentence looked for. */
import { stretchesOf } from '@/lib/notes/machine-summary';
import type { Outline } from '@/lib/notes/outline';
import type { NotesActions, SummaryWriter } from '@/lib/sidebar/notes';
import type { Transcript } from '@/lib/transcript/types';
import type { MadeSummary } from './Summary';

export interface SummaryEvents {
  actions(): NotesActions | null;
  onChange(): void;
}

export class SummaryDesk {
  /** Null: nothing to offer. */
  state: MadeSummary | null = null;
  #shown: Transcript | null = null;

  /** `writer`: null where the browser has none. */
  constructor(
    private readonly writer: SummaryWriter | null,
    private readonly events: SummaryEvents,
  ) {}

  /** What is outlined now. What was written of other words is forgotten. */
  follow(shown: Transcript | null): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.state = null;
    if (shown && this.writer) void this.#offer(shown, this.writer);
  }

  async write(outline: Outline): Promise<void> {
    const shown = this.#shown;
    const actions = this.events.actions();
    if (!shown || !actions || !this.writer || this.state?.state === 'working') return;
    try {
      const stretches = stretchesOf(shown, outline.topics);
      const text = await this.writer.write(stretches, shown.language, (done) => {
        this.#say(shown, { state: 'working', done, of: stretches.length });
        return shown === this.#shown;
      });
      const found = await actions.locateSummary(shown, text);
      this.#say(shown, found.ok ? { state: 'ready', sentences: found.value } : { state: 'failed' });
    } catch {
      // The model refused, ran out of memory, or went away: all one to the reader, who can ask again.
      this.#say(shown, { state: 'failed' });
    }
  }

  async #offer(shown: Transcript, writer: SummaryWriter): Promise<void> {
    if (await writer.isReady(shown.language)) this.#say(shown, { state: 'offered' });
  }

  #say(shown: Transcript, state: MadeSummary): void {
    if (shown !== this.#shown) return;
    this.state = state;
    this.events.onChange();
  }
}
