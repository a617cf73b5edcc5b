/**
 * A thousand navigations at random paces between a thousand videos whose every word carries their number, with answers up to
 * five seconds late: in no frame may words of another video than the one in the address stand in the panel.
 *
 *     npx tsx tests/soak/navigations.soak.ts [navigations] [seed] [chromium|firefox]
 */
import { sidebarSelector } from '../e2e/drivers/driver';
import { type BrowserName, openBrowser, pause } from '../e2e/proof/open';
import { randomFrom } from '../stage/episodes/random';
import { startStage, videos } from '../stage/index';

const count = Number(process.argv[2] ?? 1_000);
const seed = Number(process.argv[3] ?? 20_261_124);
const name = (process.argv[4] ?? 'chromium') as BrowserName;
const random = randomFrom(seed);
const numbered = () => `Numbered${String(random.below(1_000)).padStart(3, '0')}`;
/** Mostly soon, now and then five seconds late. */
const late = () => Math.round(random.next() ** 4 * 5_000);

interface Audited {
  readonly wrong: readonly string[];
  readonly frames: number;
  readonly withWords: number;
}
interface AuditWindow {
  audited?: { wrong: Set<string>; frames: number; withWords: number };
}

const stage = await startStage({ upgradeDelay: [0, 300] });
const browser = await openBrowser(name, { stage });
const deepest = { wrong: new Set<string>(), frames: 0, withWords: 0 };

/** Looks at every frame from now on. */
function audit(): Promise<void> {
  return browser.evaluate((selector) => {
    const seen = { wrong: new Set<string>(), frames: 0, withWords: 0 };
    (window as unknown as AuditWindow).audited = seen;
    const look = () => {
      seen.frames += 1;
      const { pathname, searchParams } = new URL(location.href);
      const wanted =
        pathname === '/watch' ? Number(/^Numbered(\d{3})$/.exec(searchParams.get('v') ?? '')?.[1] ?? -1) : -1;
      const text = document.querySelector(selector)?.shadowRoot?.querySelector('.body')?.textContent ?? '';
      const words = text.matchAll(/\bn(\d+)-/g);
      let any = false;
      for (const [, number] of words) {
        any = true;
        if (Number(number) !== wanted) seen.wrong.add(`words of ${number} at ${location.href}`);
      }
      if (any) seen.withWords += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, sidebarSelector);
}

/** Back from the first page of the walk leads out of YouTube: then the walk begins anew, and is looked at anew. */
async function stayInside(): Promise<void> {
  const isInside = () => browser.evaluate(() => 'audited' in window && typeof window.__stage?.navigate === 'function');
  if (await isInside().catch(() => false)) return;
  await browser.openWatch('Numbered000');
  await audit();
}

async function collect(): Promise<void> {
  const { wrong, frames, withWords } = await browser.evaluate((): Audited => {
    const seen = (window as unknown as AuditWindow).audited ?? { wrong: new Set(), frames: 0, withWords: 0 };
    const told = { wrong: [...seen.wrong], frames: seen.frames, withWords: seen.withWords };
    seen.frames = 0;
    seen.withWords = 0;
    return told;
  });
  for (const each of wrong) deepest.wrong.add(each);
  deepest.frames += frames;
  deepest.withWords += withWords;
}

function nextPlace(): string {
  const roll = random.next();
  if (roll < 0.06) return '/shorts/abcdefghijk';
  if (roll < 0.1) return `/live/${videos.live}`;
  if (roll < 0.16) return random.pick(['/', '/results?search_query=x']);
  const id = numbered();
  stage.set(
    {
      navigationDelay: late(),
      playerLag: random.below(600) - 100,
      panelDelay: late(),
      timedtextDelay: late(),
      potDelay: late(),
      exp: random.pick(['xpe', 'none'] as const),
    },
    id,
  );
  return roll < 0.3 ? `/watch?v=${id}&list=PL1&index=2` : id;
}

try {
  await browser.openWatch('Numbered000');
  await audit();
  let last = 'Numbered000';
  let before = last;
  for (let turn = 1; turn <= count; turn += 1) {
    const roll = random.next();
    if (roll < 0.12) await browser.back().catch(() => undefined);
    else if (roll < 0.2) await browser.forward().catch(() => undefined);
    else {
      // There, away, and back again before anything has come.
      const place = roll < 0.35 ? before : nextPlace();
      before = last;
      last = place;
      await stayInside();
      await browser.evaluate((to) => window.__stage.navigate(to), place);
    }
    await pause(random.next() ** 3 * 2_000);
    if (turn % 100 === 0) {
      await stayInside();
      await collect();
      console.log(
        `${turn} navigations, ${deepest.frames} frames, ${deepest.withWords} with words, ${deepest.wrong.size} wrong`,
      );
    }
  }
  await collect();
  for (const each of deepest.wrong) console.error(each);
  console.log(
    `${name}, seed ${seed}: ${count} navigations, ${deepest.frames} frames, ${deepest.withWords} with words, ${deepest.wrong.size} with another video's`,
  );
  process.exitCode = deepest.wrong.size === 0 && deepest.withWords > count ? 0 : 1;
} finally {
  await browser.close();
  await stage.close();
}
