import { StoreError, type StorePort, type WriteTransaction } from '../../lib/library/shelf/store-port';

/** Thrown where a test kills the worker: nothing after it runs, and the transaction it was in never commits. */
export class Killed extends Error {}

/**
 * Counts every step that awaits or writes, and dies at the chosen one. With `after: true` it dies after the commit, before
 * the caller hears of it.
 */
export function killable<Stores>(port: StorePort<Stores>) {
  let step = 0;
  let killAt = Number.POSITIVE_INFINITY;
  const tick = (): void => {
    if (step++ === killAt) throw new Killed();
  };
  const counted = (tx: WriteTransaction<Stores>): WriteTransaction<Stores> => {
    const wrapped: Record<string, unknown> = {};
    for (const [name, method] of Object.entries(tx)) {
      wrapped[name] = (...args: unknown[]) => {
        tick();
        return (method as (...args: unknown[]) => unknown)(...args);
      };
    }
    return wrapped as unknown as WriteTransaction<Stores>;
  };
  const wrapped: StorePort<Stores> = {
    async read(stores, work) {
      tick();
      return port.read(stores, (tx) => work(counted(tx as WriteTransaction<Stores>)));
    },
    async write(stores, durability, work) {
      tick();
      const result = await port.write(stores, durability, (tx) => work(counted(tx)));
      tick();
      return result;
    },
  };
  return {
    port: wrapped,
    /** Runs `job` over and over, killed one step later each time, until it ends by itself. Returns how many steps it has. */
    async killEverywhere(job: () => Promise<unknown>, check: (step: number, killed: boolean) => Promise<void>) {
      for (let at = 0; ; at++) {
        step = 0;
        killAt = at;
        let killed = false;
        try {
          await job();
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
          killed = true;
        }
        killAt = Number.POSITIVE_INFINITY;
        await check(at, killed);
        if (!killed) return at;
      }
    },
  };
}

/**
 * A disk that is full: the chosen write of a job fails as a quota does, by ending its transaction; with `lasting` every later
 * one too.
 */
export function fillable<Stores>(port: StorePort<Stores>) {
  let writes = 0;
  let fullAt = Number.POSITIVE_INFINITY;
  let lasting = false;
  const isFull = (): boolean => {
    const at = writes++;
    return lasting ? at >= fullAt : at === fullAt;
  };
  const full: StorePort<Stores> = {
    read: (stores, work) => port.read(stores, work),
    write: (stores, durability, work) =>
      port.write(stores, durability, async (tx) => {
        let failed = false;
        const check = (): void => {
          failed ||= isFull();
        };
        const counted: WriteTransaction<Stores> = {
          ...tx,
          put(store, key, value) {
            check();
            tx.put(store, key, value);
          },
          remove(store, key) {
            check();
            tx.remove(store, key);
          },
        };
        const result = await work(counted);
        if (failed) throw new StoreError('full', 'no room');
        return result;
      }),
  };
  return {
    port: full,
    /** From now on, as if nothing had been written yet. */
    fillAt(write: number, isLasting: boolean): void {
      [writes, fullAt, lasting] = [0, write, isLasting];
    },
    free(): void {
      fullAt = Number.POSITIVE_INFINITY;
    },
    /** True when the chosen write was come to. */
    wasFull: () => writes > fullAt,
  };
}
