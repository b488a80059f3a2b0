// What the members agree with each other, and change: either may, the other is told, and of two at once the second sees
// first what the other has done.

import { instantAt, isZone } from '../calendar/local-time.ts';
import { whyClosed } from '../calendar/open-days.ts';
import { moved, refused, type Stepped } from '../machine.ts';
import type { Instant } from '../time.ts';
import type { Agreement } from './agreement.ts';
import { othersOf } from './members.ts';
import { nextMeetings, recordedMeetings, recordOf, withRecord } from './meetings.ts';
import { doneOf } from './modules.ts';
import type { MeetingRecord, Pair } from './pair.ts';
import type { Said } from './settling.ts';
import { tell } from './telling.ts';

/** Meetings that the news of an agreement lists. */
const listedCount = 4;

/**
 * A new slot numbers its meetings on; those that began stay as they were, moves ahead are dropped. Where the meetings to come are the same, they
 * and what was settled of them stay. Refused: a form opened before the last change, a slot that is none, a first meeting that has passed.
 */
export function agree(pair: Pair, { by, rev, agreement }: Said<'agreement-saved'>, at: Instant): Stepped<Pair> {
  const { slot } = agreement;
  const firstAt = isZone(slot.zone) ? instantAt({ date: slot.first, time: slot.time }, slot.zone) : null;
  if (firstAt === null) return refused({ reason: 'bad-form' });
  const known = hasSameMeetings(pair, agreement, at) ? pair.agreement : null;
  const agreed: Agreement = { ...agreement, slot: known?.slot ?? slot };
  if (pair.agreement !== null && isSame(pair.agreement, agreed)) return moved(pair);
  if (rev !== pair.rev) return refused({ reason: 'agreement-changed' });
  if (known === null && firstAt <= at) return refused({ reason: 'bad-meeting', why: 'past' });
  const slotted = known === null ? withSlot(pair, agreed, at) : { ...pair, agreement: agreed };
  const next: Pair = { ...slotted, rev: pair.rev + 1, modulesDone: doneOf(pair, agreed.modules) };
  const meetings = nextMeetings(next, at, listedCount).map(({ startsAt }) => startsAt);
  const [before] = [...nextMeetings(pair, at, 1).map(({ startsAt }) => startsAt), ...meetings].sort((a, b) => a - b);
  return moved(next, tell(next, othersOf(next, by.id), { news: { is: 'agreed', by: by.name, isFirst: pair.agreement === null, meetings }, meeting: null, before: before ?? null }));
}

/** Whether a slot gives the same meetings from now on: a form may name a later date of the same fortnights as the first. */
function hasSameMeetings(pair: Pair, agreement: Agreement, at: Instant): boolean {
  const known = pair.agreement?.slot;
  if (known === undefined || known.time !== agreement.slot.time || known.zone !== agreement.slot.zone) return false;
  const [before, after] = [known, agreement.slot].map((slot) => nextMeetings({ ...pair, meetings: {}, agreement: { ...agreement, slot } }, at, 1)[0]);
  return before !== undefined && before.startsAt === after?.startsAt;
}

const isSame = (a: Agreement, b: Agreement): boolean => textOf(a) === textOf(b);
const textOf = ({ slot, alternative, format, joinLink, modules }: Agreement): string => JSON.stringify([
  slot.first, slot.time, slot.zone, alternative?.weekday, alternative?.time, format, joinLink, ...modules.map(({ insight, application }) => [insight, application]),
]);

/** Where the first meeting is on a day off, it was chosen knowingly. */
function withSlot(pair: Pair, agreement: Agreement, at: Instant): Pair {
  const begun = recordedMeetings(pair).filter(({ startsAt }) => startsAt <= at);
  const records = begun.map(({ number, nominal, zone }): readonly [number, MeetingRecord] => [number, { ...recordOf(pair, number), formerly: { wall: nominal, zone } }]);
  const firstNumber = Math.max(pair.firstNumber, ...begun.map(({ number }) => number + 1));
  const next: Pair = { ...pair, agreement, agreedAt: at, firstNumber, meetings: Object.fromEntries(records), upToAt: at };
  return whyClosed(agreement.slot.first, pair.days) === null ? next : withRecord(next, firstNumber, { isKept: true });
}
