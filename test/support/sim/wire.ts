// `Messenger` as one process has it: a request leaves, lands and is answered in three steps, any of which the weather may
// delay, spoil or drop. What the process is told is classified by the real table (teams/outcome.ts).

import type { Messenger, SendOutcome } from '../../../src/app/ports.ts';
import type { Message } from '../../../src/core/messages.ts';
import { type Millis, seconds } from '../../../src/core/time.ts';
import { type Exchange, outcomeOf } from '../../../src/teams/outcome.ts';
import type { Dice } from './dice.ts';
import type { Asked, FakeTeams, Reply } from './fake-teams.ts';
import type { Weather } from './plan.ts';
import type { Life, Timeline } from './timeline.ts';

/** As in teams/connector.ts. */
const deadlineMs: Millis = seconds(5);

/** One request as it went, for the checks. Times are real. */
export interface Attempt {
  readonly n: number;
  readonly life: Life;
  readonly asked: Asked;
  readonly message: Message | null;
  /** An answer to what somebody just typed there. */
  readonly isReply: boolean;
  readonly calledAt: number;
  landedAt: number | null;
  /** The message it made. */
  messageId: string | null;
  /** What the process was told; null while it has not been, and for good when it died first. */
  told: SendOutcome | null;
  toldAt: number | null;
}

export interface WireParts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly teams: FakeTeams;
  readonly weather: () => Weather;
  readonly attempts: Attempt[];
  /** Told of every request before it leaves. */
  readonly onCall: (attempt: Attempt) => void;
  /** The same when its bytes leave, which a process that froze in between does later. */
  readonly onLeave: (attempt: Attempt) => void;
  readonly trace: (line: string) => void;
}

/** What will happen to one request. */
interface Fate {
  readonly outMs: Millis;
  readonly backMs: Millis;
  readonly lands: boolean;
  /** Instead of the true answer; null for that one. */
  readonly answer: Exchange | null;
}

const answered = (status: number, retryAfter: string | null = null): Exchange => ({ kind: 'answered', status, body: { error: { code: 'ServiceError' } }, retryAfter });
const cut: Exchange = { kind: 'cut', why: 'ECONNRESET' };

function fateOf(dice: Dice, { teams }: Weather): Fate {
  const isSlow = dice.isLucky(teams.slow);
  const quick: Fate = { outMs: dice.between(5, isSlow ? 2_500 : 80), backMs: dice.between(5, isSlow ? 2_500 : 80), lands: true, answer: null };
  if (dice.isLucky(teams.refused)) return { ...quick, lands: false, answer: { kind: 'not-sent', why: 'ECONNREFUSED' } };
  if (dice.isLucky(teams.busy)) return { ...quick, lands: false, answer: answered(dice.pick([429, 429, 429, 412]), dice.pick([null, null, '1', '3', '12'])) };
  if (dice.isLucky(teams.broken)) return { ...quick, lands: dice.isLucky(0.5), answer: answered(dice.pick([500, 502, 503, 504, 408])) };
  if (dice.isLucky(teams.cut)) return { ...quick, lands: dice.isLucky(0.5), answer: cut };
  return dice.isLucky(teams.far) ? { ...quick, outMs: dice.between(4_000, 15_000) } : quick;
}

export function messengerOf(life: Life, isReply: boolean, parts: WireParts): Messenger {
  const exchange = (asked: Asked, message: Message | null, startBy = Infinity): Promise<SendOutcome> => new Promise((resolve) => {
    const { timeline, dice, teams, weather, attempts, onCall, onLeave, trace } = parts;
    const fate = fateOf(dice, weather());
    const attempt: Attempt = { n: attempts.length, life, asked, message, isReply, calledAt: timeline.now, landedAt: null, messageId: null, told: null, toldAt: null };
    attempts.push(attempt);
    onCall(attempt);
    // A process may stand still at the worst of moments, with everything decided and nothing sent.
    if (weather().freezeEveryMs > 0 && dice.isLucky(0.01)) {
      life.freeze(timeline.now, timeline.now + dice.between(seconds(1), seconds(60)));
      trace(`${life.name} freezes before #${attempt.n} leaves`);
    }
    const label = `${life.name} ${asked.act} #${attempt.n}`;
    const tell = (told: Exchange): void => {
      if (attempt.told !== null || !attempt.life.isAlive) return;
      attempt.told = outcomeOf(told, asked.act, timeline.now);
      attempt.toldAt = timeline.now;
      trace(`${label} told ${attempt.told.kind}`);
      resolve(attempt.told);
    };
    const late = timeline.after(deadlineMs, { life, label: `${label} deadline` }, () => { tell({ kind: 'cut', why: 'time-out' }); });
    const back = (answer: Exchange): void => {
      timeline.after(fate.backMs, { life, label: `${label} answer` }, () => { late.cancel(); tell(answer); });
    };
    // Once the bytes have left, the request lands whatever becomes of the process. One that froze before begins too late.
    timeline.after(0, { life, label: `${label} leave` }, () => {
      if (timeline.now > startBy) { late.cancel(); tell({ kind: 'not-sent', why: 'too-late' }); return; }
      onLeave(attempt);
      timeline.after(fate.outMs, { life: null, label: `${label} land` }, () => {
        const reply = fate.lands ? land(attempt, teams.take(asked, timeline.now, attempt.told !== null || !attempt.life.isAlive), parts) : null;
        back(fate.answer ?? { kind: 'answered', status: reply?.status ?? 500, body: reply?.body ?? null, retryAfter: null });
      });
    });
  });
  return {
    post: ({ thread, startBy }, message) => exchange({ act: 'post', thread, message }, message, startBy),
    edit: ({ thread, startBy }, id, message) => exchange({ act: 'edit', thread, id, message }, message, startBy),
    delete: (to, id) => exchange({ act: 'delete', thread: to.thread, id }, null),
    openPrivate: (_to, teamsUserId) => exchange({ act: 'open', thread: `a:${teamsUserId}` }, null),
  };
}

function land(attempt: Attempt, reply: Reply, { timeline, teams, trace }: WireParts): Reply {
  attempt.landedAt = timeline.now;
  if (attempt.asked.act === 'post' && reply.status === 201) attempt.messageId = teams.shown.at(-1)?.id ?? null;
  trace(`landed #${attempt.n} ${attempt.asked.act} ${attempt.message?.card ?? ''} ${attempt.messageId ?? ''} ${reply.status}`);
  return reply;
}
