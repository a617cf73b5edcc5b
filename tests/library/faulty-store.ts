import type { StorePort, WriteTransaction } from '../../lib/library/shelf/store-port';

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
