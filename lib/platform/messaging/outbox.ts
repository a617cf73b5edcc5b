import type { LibraryErrorCode } from '../../ports';
import type { Result } from '../../protocol/result';

type Answer = Result<null, LibraryErrorCode>;
type Job = () => Promise<Answer>;

/** Pauses before a job that did not reach the background is tried again; the last repeats. */
const PAUSES = [2_000, 5_000, 15_000, 60_000];
/** Keys are one per video and kind of save: more than this means something is wrong, and the oldest goes. */
const MOST_JOBS = 100;

export interface Outbox {
  /** Runs the job. When the background cannot be reached the job stays and is tried again; a later job of its key replaces it. */
  post(key: string, job: Job): Promise<Answer>;
  /** Tries what is waiting now: call it when something else got through. */
  flush(): Promise<void>;
  readonly waiting: number;
  stop(): void;
}

export function createOutbox(pauses: readonly number[] = PAUSES): Outbox {
  const jobs = new Map<string, Job>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let flushing: Promise<void> | null = null;
  let stopped = false;

  const schedule = (): void => {
    if (stopped || timer !== undefined || jobs.size === 0) return;
    const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 60_000;
    timer = setTimeout(() => {
      timer = undefined;
      tries++;
      void outbox.flush();
    }, pause);
  };

  async function run(key: string, job: Job): Promise<Answer> {
    const answer = await job();
    if (!answer.ok && answer.error.code === 'unreachable') {
      if (!stopped) keep(key, job);
    } else {
      if (jobs.get(key) === job) jobs.delete(key);
      if (!answer.ok && answer.error.code === 'orphaned') outbox.stop();
    }
    return answer;
  }

  function keep(key: string, job: Job): void {
    if (!jobs.has(key)) jobs.set(key, job);
    for (const oldest of jobs.keys()) {
      if (jobs.size <= MOST_JOBS) break;
      jobs.delete(oldest);
    }
    schedule();
  }

  async function flushAll(): Promise<void> {
    // In the order they came: a choice speaks of the transcript that was saved before it.
    for (const [key, job] of [...jobs]) {
      if (jobs.get(key) !== job) continue;
      const answer = await run(key, job);
      if (!answer.ok && answer.error.code === 'unreachable') return schedule();
    }
    tries = 0;
  }

  const outbox: Outbox = {
    async post(key, job) {
      jobs.delete(key);
      const answer = await run(key, job);
      if (answer.ok && jobs.size > 0) void outbox.flush();
      return answer;
    },
    flush() {
      flushing ??= flushAll().finally(() => {
        flushing = null;
      });
      return flushing;
    },
    get waiting() {
      return jobs.size;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      jobs.clear();
    },
  };
  return outbox;
}
