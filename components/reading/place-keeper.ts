/** Has the reader's place saved now and then: sooner while they look around, seldom while they follow. */
import type { ReadingPlace } from '@/lib/ports';

/** Milliseconds between two savings. */
const LOOKING_AROUND = 2000;
const FOLLOWING = 10_000;

export class PlaceKeeper {
  #saved: ReadingPlace | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: () => ReadingPlace | null,
    private readonly onSave: (place: ReadingPlace) => void,
  ) {}

  /** The place may have changed. */
  note(isFollowing: boolean): void {
    this.#timer ??= setTimeout(() => this.save(), isFollowing ? FOLLOWING : LOOKING_AROUND);
  }

  save(): void {
    this.#stop();
    const place = this.place();
    if (!place || isSamePlace(place, this.#saved)) return;
    this.#saved = place;
    this.onSave(place);
  }

  /** Another video: what was noted is not of it. */
  forget(): void {
    this.#stop();
    this.#saved = null;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function isSamePlace(one: ReadingPlace, other: ReadingPlace | null): boolean {
  return one.word === other?.word && one.following === other.following && one.transcriptId === other.transcriptId;
}
