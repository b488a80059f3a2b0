// What holds whatever people do and whenever a deadline is noticed: random sessions, told again by their seed.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minutes, seconds } from '../../../../src/core/time.ts';
import { fittingLength, protocols } from '../../../../src/core/protocols/catalog.ts';
import { npqCommunity } from '../../../../src/core/protocols/npq-community.ts';
import type { Protocol } from '../../../../src/core/protocols/protocol.ts';
import { draw } from '../../../../src/core/session/draw.ts';
import type { WrittenAt } from '../../../../src/core/session/events.ts';
import { sessionEndsAt } from '../../../../src/core/session/hour.ts';
import { maxOwners } from '../../../../src/core/session/plan.ts';
import { refusalFor } from '../../../../src/core/session/rights.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { step } from '../../../../src/core/session/step.ts';
import { upTo, wakeAt } from '../../../../src/core/session/up-to.ts';
import { atMinute, everyone, lengthOf, nameOfEffect, Story, type Wish, writeUpOf, zero } from '../../../support/given.ts';

const names = everyone.map(({ name }) => name).concat('Jo', 'Zoe', 'A');
const text = fc.constantFrom('A thought', '', '"'.repeat(2000), '😀'.repeat(1000), 'x'.repeat(2001));
const at: fc.Arbitrary<WrittenAt> = fc.constantFrom<WrittenAt>(null, 'opening', 'close', 0, 1, 5, 9);
const of = <W extends Wish>(...wishes: readonly W[]): fc.Arbitrary<W> => fc.constantFrom(...wishes);
const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 6, arbitrary: of({ type: 'next-asked' }, { type: 'minute-asked' }) },
  { weight: 4, arbitrary: of<Wish>({ type: 'pause-asked' }, { type: 'resume-asked', finish: 'planned' }, { type: 'resume-asked', finish: 'later' }) },
  of<Wish>({ type: 'end-asked' }, { type: 'end-confirmed' }, { type: 'end-dismissed' }, { type: 'chair-asked' }, { type: 'cancelled' }, { type: 'full-length-asked' }, { type: 'whole-hour-asked' }),
  fc.constantFrom<'owner' | 'helper' | 'out'>('owner', 'helper', 'out').map((part) => ({ type: 'joined', part, birthday: null, hasWriteUp: false }) as const),
  fc.constantFrom(...names).chain((name) => of<Wish>({ type: 'chair-given', name }, { type: 'marked-absent', name }, { type: 'ordered', names: [name] }, { type: 'marked-here', name, part: 'owner', person: null })),
  fc.tuple(at, text, fc.uuid()).map(([where, typed, noteId]) => ({ type: 'noted', noteId, at: where, text: typed }) as const),
  fc.tuple(at, text, fc.uuid()).map(([where, typed, noteId]) => ({ type: 'action-given', noteId, at: where, text: typed, dueOn: '' }) as const),
  fc.constantFrom(...everyone).map(({ id }) => ({ type: 'next-chair-given', person: id }) as const),
  fc.constantFrom<Wish>({ type: 'volunteered', birthday: null, hasWriteUp: false }, { type: 'started', writeUps: [] }),
);

/** One thing that happens some seconds after the one before. `rev`: of the present card, an old one, or typed. */
const happening = fc.record({
  afterSeconds: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 110 }) }, fc.integer({ min: 0, max: 1500 })),
  who: fc.constantFrom(...everyone), wish: wishes, rev: fc.constantFrom('present', 'old', 'typed', 'present'),
});
type Happening = Parameters<Parameters<typeof happening.map>[0]>[0];
const lives = fc.record({
  owners: fc.integer({ min: 0, max: 6 }), lateMinutes: fc.constantFrom(0, 0, 1, 3, 12, 40), isPlanned: fc.boolean(), lengthMinutes: fc.constantFrom(60, 75),
  protocol: fc.oneof({ weight: 3, arbitrary: fc.constant<Protocol>(npqCommunity) }, { weight: 2, arbitrary: fc.constantFrom(...Object.values(protocols)) }),
  hasCoordinator: fc.boolean(), isReady: fc.boolean(), movesOn: fc.constantFrom<'clock' | 'chair'>('clock', 'clock', 'chair'), happenings: fc.array(happening, { maxLength: 40 }),
});
type Life = Parameters<Parameters<typeof lives.map>[0]>[0];

function begin({ owners: wished, lateMinutes, isPlanned, lengthMinutes: booked, protocol, hasCoordinator, isReady, movesOn }: Omit<Life, 'happenings'>): Story {
  const lengthMinutes = fittingLength(protocol, booked);
  // Where each member has a turn, so has the helper.
  const owners = Math.min(wished, maxOwners(protocol, lengthMinutes) - (protocol.per === 'each-member' ? 1 : 0));
  const coordinator = hasCoordinator ? everyone[6] ?? null : null;
  const story = new Story({ protocol, lengthMinutes, coordinator, movesOn, plannedAt: isPlanned ? zero : null }, lateMinutes);
  story.joins(everyone.slice(0, owners), 'owner', lateMinutes).joins(everyone.slice(owners, owners + 1), 'helper', lateMinutes);
  return story.starts(lateMinutes, everyone[0], isReady ? everyone : []);
}
function happen(story: Story, { afterSeconds, who, wish, rev }: Happening): Story {
  const minute = (story.now - zero + seconds(afterSeconds)) / minutes(1);
  if (rev === 'typed') return story.type(minute, who, wish);
  return story.press(minute, who, wish, rev === 'old' ? Math.max(0, story.state.rev - 1) : undefined);
}
const wholeLife = ({ happenings, ...life }: Life, look: (story: Story, before: Session, happened: Happening | null) => void): Story => {
  const story = begin(life);
  for (const each of happenings) { const before = story.state; look(happen(story, each), before, each); }
  return story;
};
const always = (check: (life: Life) => unknown, numRuns = 200): void => { fc.assert(fc.property(lives, (life) => { check(life); }), { numRuns, seed: 20261203 }); };
const isLive = (session: Session) => session.status === 'running' || session.status === 'paused';

describe('whatever happens', () => {
  test('nothing throws, every card can be drawn, and an open session has a deadline', () => {
    always((life) => wholeLife(life, ({ state, now }) => {
      expect(wakeAt(state) === null).toBe(state.status === 'ended' || state.status === 'cancelled');
      const slots = ['lobby', 'agenda', 'closing', 'successes', 'summary', 'write-ups-0', 'end-asked-0', ...[0, 1, 5, 12].flatMap((n) => [`phase-${n}`, `turn-${n}`, `paused-${n}`])];
      for (const slot of slots) draw(state, slot, { at: now, rate: 1 });
    }));
  });

  test('reload equals memory: the state is plain data', () => {
    always((life) => wholeLife(life, ({ state }) => expect(JSON.parse(JSON.stringify(state))).toEqual(state)));
  });

  test('phases add up to the end that stands on the agenda, and none lasts less than it must', () => {
    always((life) => wholeLife(life, (story) => {
      const { state, now } = story;
      if (state.status !== 'running') return;
      const began = state.steps[state.at]?.beganAt ?? 0;
      expect(state.phaseEndsAt + lengthOf(state.steps.slice(state.at + 1))).toBe(story.card('agenda', 'agenda').endsAt);
      if (state.movesOn === 'clock') expect(state.phaseEndsAt).toBeGreaterThanOrEqual(Math.max(began, now));
      for (const { lengthMs } of state.steps) expect(lengthMs).toBeGreaterThanOrEqual(minutes(1));
      const { close, fits } = state.protocol;
      const closeMs = state.steps.find(({ turn, phase }) => turn === null && phase === close?.id)?.lengthMs;
      expect(closeMs ?? null).toEqual(close === null ? null : expect.any(Number));
      if (closeMs !== undefined) expect(closeMs).toBeGreaterThanOrEqual(minutes(Math.min(...fits.map((fit) => fit.closeMinutes))));
    }));
  });

  test('every phase is announced once and in order, and the summary once, after all', () => {
    always((life) => {
      const story = wholeLife(life, () => {}).passes(3000);
      const posts = story.told.map(({ effect }) => nameOfEffect(effect)).filter((name) => /^post (phase|summary)/.test(name));
      expect(posts).toEqual([...posts.slice(0, -1).map((_, index) => `post phase-${index}`), 'post summary']);
      expect(posts.length - 2).toBe(story.hour.at);
      expect(new Set(story.told.flatMap(({ effect }) => (effect.do === 'post' ? [effect.slot] : []))).size).toBe(story.told.filter(({ effect }) => effect.do === 'post').length);
    });
  });

  test('the owner never speaks in Look deeper and Action step', () => {
    always((life) => wholeLife(life, (story) => {
      if (!isLive(story.state)) return;
      const phase = story.card(`phase-${story.hour.at}`, 'phase');
      if (phase.phase === 'look-deeper' || phase.phase === 'action-step') expect(phase).toMatchObject({ speaks: ['peers'], listens: ['owner'] });
    }), 150);
  });

  test('the end moves only by what says so: next, a later end asked twice, resume, another length', () => {
    const movers = new Set(['next-asked', 'resume-asked', 'full-length-asked', 'whole-hour-asked', 'end-confirmed', 'end-asked']);
    always((life) => wholeLife(life, (story, before, happened) => {
      if (before.status !== 'running' || story.state.status !== 'running' || happened === null || movers.has(happened.wish.type)) return;
      const caughtUp = upTo(before, { at: story.now, rate: 1 }).state;
      const isConfirmed = happened.wish.type === 'minute-asked' && 'offersLaterEnd' in caughtUp && caughtUp.offersLaterEnd;
      if (!isConfirmed) expect(sessionEndsAt(story.state, story.now)).toBe(sessionEndsAt(before, story.now));
    }));
  });

  test('a refused event leaves what time alone would leave, but for a chair who is not silent', () => {
    always((life) => wholeLife(life, (story, before, happened) => {
      if (story.refusal === null || happened === null) return;
      const alone = upTo(before, { at: story.now, rate: 1 });
      const keeps = 'takeover' in alone.state && alone.state.takeover !== null && alone.state.chair === happened.who.id;
      expect(story.state).toEqual(keeps ? { ...alone.state, takeover: null } : alone.state);
      if (!keeps) expect(story.effects).toEqual(alone.effects);
    }));
  });

  test('nobody without the right changes anything', () => {
    always((life) => wholeLife(life, (story, before, happened) => {
      const { state } = upTo(before, { at: story.now, rate: 1 });
      if (happened === null || state.status === 'cancelled' || state.status === 'split') return;
      const event = { ...happened.wish, by: happened.who, rev: null } as Parameters<typeof refusalFor>[1];
      if (refusalFor(state, event) !== null) expect(story.refusal).not.toBeNull();
    }));
  });

  test('a text that is acknowledged is in the record, whole', () => {
    always((life) => wholeLife(life, (story, _, happened) => {
      if (happened === null || !('noteId' in happened.wish) || story.refusal !== null) return;
      const { noteId, text: typed } = happened.wish;
      expect(story.effects).toContainEqual(expect.objectContaining({ do: 'record', entry: expect.objectContaining({ id: expect.stringContaining(noteId), text: typed }) }));
    }));
  });

  test('the state stays far below 256 KB', () => {
    always((life) => wholeLife(life, ({ state }) => expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(60_000)));
    const full = { ...writeUpOf(everyone[0] ?? { id: '' as never, name: '', teamsId: null }) };
    for (const field of ['problem', 'evidence', 'context', 'why', 'frameworkSection', 'artefactLink', 'artefactDescription'] as const) full[field as 'problem'] = '😀"'.repeat(666);
    const story = new Story().joins(everyone.slice(0, 6)).press(0, everyone[0] ?? fail(), { type: 'started', writeUps: everyone.map(({ id }) => ({ owner: id, writeUp: full })) });
    expect(Buffer.byteLength(JSON.stringify([story.state, story.effects]))).toBeLessThan(256_000);
    story.passes(100);
    expect(Buffer.byteLength(JSON.stringify([story.state, story.effects]))).toBeLessThan(256_000);
  });
});

describe('where the chair moves on', () => {
  const byHand = (check: (life: Life) => void): void => { always((life) => { check({ ...life, movesOn: 'chair' }); }); };
  const movers = new Set(['next-asked', 'end-confirmed', 'end-asked']);

  test('no phase is over and nothing is paused unless somebody does it, but for a session that is forgotten', () => {
    byHand((life) => wholeLife(life, (story, before, happened) => {
      if (before.status !== 'running' || (story.state.status === 'ended' && story.state.ending === 'forgotten')) return;
      expect(story.hour.pauses.every(({ cause }) => cause.kind === 'person')).toBe(true);
      if (happened !== null && !movers.has(happened.wish.type)) expect(story.hour.at).toBe(before.at);
    }));
  });

  test('time up is said once for each end a phase had', () => {
    byHand((life) => {
      const story = wholeLife(life, () => {}).passes(3000);
      const said = story.told.filter(({ effect }) => nameOfEffect(effect) === 'say time-up');
      const minuteCount = life.happenings.filter(({ wish }) => wish.type === 'minute-asked').length;
      expect(said.length).toBeLessThanOrEqual(story.hour.at + 1 + minuteCount);
    });
  });

  test('a move after any overtime holds the end, or says to when it moved', () => {
    byHand((life) => wholeLife(life, (story, before, happened) => {
      if (before.status !== 'running' || story.state.status !== 'running' || happened?.wish.type !== 'next-asked' || story.state.at === before.at) return;
      const promised = sessionEndsAt(before, story.now);
      const isEarly = story.now <= before.phaseEndsAt;
      const endsAt = sessionEndsAt(story.state, story.now);
      if (isEarly) expect(endsAt).toBe(promised - (before.phaseEndsAt - story.now));
      else if (endsAt !== promised) expect(story.effects).toContainEqual(expect.objectContaining({ do: 'say', message: { card: 'notice', notice: { kind: 'ends-later', endsAt, zone: 'Europe/London', cause: 'overtime' } } }));
      else expect(story.did).not.toContain('say ends-later');
    }));
  });
});

describe('noticed late', () => {
  test('one wake-up within the limit leaves the same state and effects as every deadline on time', () => {
    fc.assert(fc.property(lives, fc.integer({ min: 0, max: 119 }), ({ happenings, ...life }, lateSeconds) => {
      const story = begin(life);
      for (const each of happenings) happen(story, each);
      const { state, now } = story;
      const wake = wakeAt(state);
      if (wake === null) return;
      const lateAt = Math.max(now, wake) + seconds(lateSeconds);
      const late = step(state, { type: 'time-passed' }, { at: lateAt, rate: 1 });
      let punctual = state;
      const effects: unknown[] = [];
      for (let next = wakeAt(punctual); next !== null && next <= lateAt; next = wakeAt(punctual)) {
        const ticked = step(punctual, { type: 'time-passed' }, { at: next, rate: 1 });
        if (ticked.kind === 'refused') throw new Error(ticked.refusal.reason);
        punctual = ticked.state;
        effects.push(...ticked.effects);
      }
      expect(late).toMatchObject({ kind: 'moved', state: punctual, effects });
    }), { numRuns: 300, seed: 20261203 });
  });

  test('a session that nobody touches ends when it promised', () => {
    always(({ happenings: _, ...life }) => {
      const story = begin({ ...life, movesOn: 'clock' });
      const promised = story.card('agenda', 'agenda').endsAt;
      expect(story.passes(300).state).toMatchObject({ status: 'ended', endedAt: promised });
      if (life.protocol.id === npqCommunity.id && life.isPlanned && life.lateMinutes === 3 && life.owners >= 4) expect(promised).toBe(atMinute(life.owners === 4 ? life.lengthMinutes : 60));
    });
  });
});

function fail(): never { throw new Error('nobody there'); }
