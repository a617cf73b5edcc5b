/** Calls from the background, the popup and the library to the content script of a tab. */
import { envelope, isAnswer } from '../../protocol/envelope';
import { fail } from '../../protocol/result';
import type { TabAnswer, TabArgs, TabCall } from '../../protocol/tab-calls';
import { within } from './call-background';

export interface TabsLike {
  sendMessage(tabId: number, message: unknown, options: { readonly frameId: number }): Promise<unknown>;
}

/** A tab answers at once or not at all: most tabs have no content script of ours, some are busy for long. */
const DEADLINE = 1000;

/** Answers `absent` where nobody of ours lives. Needs no permission: tabs without our content script refuse. */
export async function callTab<Name extends TabCall>(
  tabs: TabsLike,
  tabId: number,
  name: Name,
  args: TabArgs<Name>,
  deadlineMs = DEADLINE,
): Promise<TabAnswer<Name>> {
  try {
    const reply = await within(tabs.sendMessage(tabId, envelope('tab', name, args), { frameId: 0 }), deadlineMs);
    // Both ends are compiled from `TabCalls`.
    if (isAnswer(reply)) return reply as TabAnswer<Name>;
  } catch {
    // "Receiving end does not exist": the usual case for every other page.
  }
  return fail('absent') as TabAnswer<Name>;
}
