/**
 * The tasks of the page's main thread, from a trace of the browser. Lengths are processor time, so that a busy machine does
 * not make them longer; what is not ours is told apart by the scripts that ran in a task.
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

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'blink.user_timing',
];
const MARK = 'stage-trace';

/** Runs something and gives all tasks of the page's main thread that went on meanwhile, longest first. */
export async function tasksDuring(browser: ChromiumDriver, run: () => Promise<unknown>): Promise<Task[]> {
  const session = await browser.cdp();
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' },
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
  return tasksOf(events);
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('The trace does not tell which thread is the page’s.');
  const main = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const spans = main.filter(({ ph, dur }) => ph === 'X' && dur !== undefined).sort((a, b) => a.ts - b.ts);
  const frames = framesOf(events, mark.pid);
  return spans
    .filter(({ name }) => name === 'RunTask')
    .map((task) => describe(task, spans, frames))
    .sort((a, b) => b.cpu - a.cpu);
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
