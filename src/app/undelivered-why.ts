// What a final answer of Teams means for the delivery report (platform.md, "Limits of Teams").

import type { UndeliveredWhy } from '../core/community/undelivered.ts';

/** Texts of outcomes (teams/outcome.ts, reach.ts, commands/receive.ts) by what they mean; the first that fits counts. */
const meanings: readonly (readonly [RegExp, UndeliveredWhy])[] = [
  [/^expired$/, 'expired'],
  [/^no 1:1 chat known$/, 'no-chat'],
  [/ConversationBlockedByUser/, 'blocked'],
  [/BotNotInConversationRoster|^the app was removed$/, 'not-installed'],
  [/BotDisabledByAdmin/, 'disabled'],
  [/^http-404|^conversation unknown$/, 'gone'],
  [/^http-413|^undrawable$/, 'too-large'],
];

/** Of an answer after which nothing is tried again. */
export const undeliveredWhy = (why: string): UndeliveredWhy => meanings.find(([text]) => text.test(why))?.[1] ?? 'refused';

/** Whether an unknown outcome is an answer of Teams that it can do nothing now, after which trying again is safe enough for what must not come twice. */
export const isTurnedAway = (why: string): boolean => why.startsWith('http-503');
