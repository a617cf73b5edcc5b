/** Failures nobody foresaw: told once each, with what is needed to find them. Nothing leaves the browser. */

export interface Reporter {
  report(error: unknown): void;
}

const MOST_REPORTS = 20;

export function createReporter(version: string, isOrphaned: () => boolean): Reporter {
  const told = new Set<string>();
  return {
    report(error) {
      // After an update every call to the extension fails; the panel says so, the console need not.
      if (isOrphaned()) return;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (told.has(text) || told.size >= MOST_REPORTS) return;
      told.add(text);
      console.error(`Readalong ${version}, ${location.pathname}:`, error);
    },
  };
}
