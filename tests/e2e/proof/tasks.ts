/**
 * What the page's main thread did, from a trace of the browser: its tasks, what a key press costs, how soon words that have
 * come are painted. Lengths are processor time where it says so, which a busy machine does not make longer; what is not ours
 * is told apart by the scripts that ran in a task.
 */
import type { ChromiumDriver } from '../drivers/chromium';

export interface Task {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Milliseconds by the clock on the wall. */
  readonly wall: number;
  /** A script of the extension ran in it. */
  readonly isOurs: boolean;
  /** What took longest in it, for messages. */
  readonly parts: string;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: { readonly data?: TraceData };
}

interface TraceData {
  readonly url?: string;
  readonly type?: string;
  readonly requestId?: string;
  readonly functionName?: string;
  readonly startTime?: number;
  readonly timeDeltas?: readonly number[];
  readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly url?: string; readonly functionName: string };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const PROFILER = 'disabled-by-default-v8.cpu_profiler';
const MARK = 'stage-trace';

/** A stretch of time in which the page owed its viewer something. Milliseconds. */
export interface Cost {
  readonly wall: number;
  /** The same without the time in which the main thread had nothing to do but wait for the screen's next frame. */
  readonly busy: number;
  /** Processor time of all the main thread did meanwhile. */
  readonly cpu: number;
}

/** Runs something and gives all tasks of the page's main thread that went on meanwhile, longest first. */
export async function tasksDuring(browser: ChromiumDriver, run: () => Promise<unknown>): Promise<Task[]> {
  return (await traceDuring(browser, run)).tasks();
}

/** One script of ours, as it was set up in a page. Milliseconds. */
export interface ScriptStart {
  /** File name. */
  readonly name: string;
  readonly cpu: number;
  /** From the navigation. */
  readonly at: number;
}

export interface Trace {
  /** Scripts of the extension, in the order they began. */
  scripts(): ScriptStart[];
  /** Longest first. */
  tasks(): Task[];
  /** For each key that was pressed in a field: from the press until the frame that shows what it did is handed on. */
  keys(): Cost[];
  /** From the last byte of an answer, told by a part of its address, until the frame of `mark` is handed on. */
  fromBytesTo(mark: string, address: string): Cost | null;
}

/**
 * `isLight`: without the sampling profiler, which costs some time itself; then only tasks that name their script are known to
 * be ours.
 */
export async function traceDuring(
  browser: ChromiumDriver,
  run: () => Promise<unknown>,
  { isLight = false } = {},
): Promise<Trace> {
  const session = await browser.cdp();
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: isLight ? CATEGORIES : [...CATEGORIES, PROFILER],
      recordMode: 'recordAsMuchAsPossible',
    },
  });
  try {
    await run();
    await browser.page.evaluate((mark) => performance.mark(mark), MARK);
  } finally {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  return readTrace(events);
}

function readTrace(events: readonly TraceEvent[]): Trace {
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('The trace does not tell which thread is the page’s.');
  const main = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid).sort((a, b) => a.ts - b.ts);
  const spans = main.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const tasks = spans.filter(({ name }) => name === 'RunTask');
  return {
    tasks() {
      const frames = framesOf(events, mark.pid);
      return tasks.map((task) => describe(task, spans, frames)).sort((a, b) => b.cpu - a.cpu);
    },
    scripts: () =>
      spans
        .filter(({ name, args }) => name === 'EvaluateScript' && args.data?.url?.includes('-extension://'))
        .map(({ args, ts, tdur = 0 }) => ({
          name: args.data?.url?.split('/').at(-1) ?? '',
          cpu: tdur / 1000,
          at: (ts - (main.find(({ name }) => name === 'navigationStart')?.ts ?? ts)) / 1000,
        })),
    keys() {
      const typed = spans.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input');
      const pressed = spans.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
      const costs: Cost[] = [];
      let last = 0;
      for (const { ts } of typed) {
        // The panel sends a copy of each event to its own parts: one press, several dispatches.
        const press = pressed.find((key) => key.ts > last && key.ts < ts);
        if (!press) continue;
        last = ts;
        const frame = frameAfter(spans, ts);
        if (frame !== null) costs.push(costOf(tasks, press.ts, frame));
      }
      return costs;
    },
    fromBytesTo(wanted, address) {
      const done = main.find(({ name }) => name === wanted);
      const sent = main.filter(({ name, args }) => name === 'ResourceSendRequest' && args.data?.url?.includes(address));
      const id = sent.findLast(({ ts }) => done !== undefined && ts < done.ts)?.args.data?.requestId;
      const came = main.find(({ name, args }) => name === 'ResourceFinish' && id && args.data?.requestId === id);
      const frame = done ? frameAfter(spans, done.ts) : null;
      return came && frame !== null ? costOf(tasks, came.ts, frame) : null;
    },
  };
}

/** When the next frame is handed to the compositor. */
function frameAfter(spans: readonly TraceEvent[], from: number): number | null {
  const commit = spans.find(({ name, ts }) => name === 'Commit' && ts > from);
  return commit ? commit.ts + (commit.dur ?? 0) : null;
}

function costOf(tasks: readonly TraceEvent[], from: number, to: number): Cost {
  let [cpu, busy] = [0, 0];
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const shared = Math.min(to, ts + dur) - Math.max(from, ts);
    if (shared <= 0 || dur <= 0) continue;
    cpu += tdur * (shared / dur);
    busy += shared;
  }
  return { wall: (to - from) / 1000, busy: busy / 1000, cpu: cpu / 1000 };
}

function describe(task: TraceEvent, spans: readonly TraceEvent[], frames: readonly Frame[]): Task {
  const end = task.ts + (task.dur ?? 0);
  const inner = within(spans, task.ts, end).filter((span) => span !== task && span.name !== 'RunTask');
  const urls = [
    ...inner.map(({ args }) => args?.data?.url ?? ''),
    ...within(frames, task.ts, end).flatMap(({ urls: own }) => own),
  ];
  const longest = [...inner].sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0)).slice(0, 4);
  return {
    cpu: (task.tdur ?? 0) / 1000,
    wall: (task.dur ?? 0) / 1000,
    isOurs: urls.some((url) => url.includes('-extension://')),
    parts: longest.map(({ name, tdur }) => `${name} ${((tdur ?? 0) / 1000).toFixed(1)}`).join(', '),
  };
}

interface Frame {
  readonly ts: number;
  /** Scripts on the stack, innermost first. */
  readonly urls: readonly string[];
}

/** The stacks that the sampling profiler saw in one process: tasks begun by a promise name no script of their own. */
function framesOf(events: readonly TraceEvent[], pid: number): Frame[] {
  const frames: Frame[] = [];
  const starts = new Map<string, number>();
  const trees = new Map<string, Map<number, ProfileNode>>();
  for (const { name, id, args, pid: own } of events)
    if (name === 'Profile' && own === pid && id) starts.set(id, args.data?.startTime ?? 0);
  for (const { name, id, args, pid: own } of events) {
    if (name !== 'ProfileChunk' || own !== pid || !id || !args.data) continue;
    const tree = trees.get(id) ?? new Map<number, ProfileNode>();
    trees.set(id, tree);
    for (const node of args.data.cpuProfile?.nodes ?? []) tree.set(node.id, node);
    let at = starts.get(id) ?? 0;
    args.data.cpuProfile?.samples?.forEach((sample, index) => {
      at += args.data?.timeDeltas?.[index] ?? 0;
      frames.push({ ts: at, urls: stackOf(tree, sample) });
    });
    starts.set(id, at);
  }
  return frames.sort((a, b) => a.ts - b.ts);
}

function stackOf(tree: ReadonlyMap<number, ProfileNode>, leaf: number): string[] {
  const urls: string[] = [];
  for (let node = tree.get(leaf); node; node = node.parent === undefined ? undefined : tree.get(node.parent))
    if (node.callFrame.url) urls.push(node.callFrame.url);
  return urls;
}

/** Those that begin between two times, of a list sorted by time. */
function within<T extends { readonly ts: number }>(sorted: readonly T[], from: number, to: number): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.ts ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < sorted.length; index += 1) {
    const each = sorted[index];
    if (!each || each.ts > to) break;
    found.push(each);
  }
  return found;
}
