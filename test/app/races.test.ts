// Many people, two processes and one moment, on each store there is: the real parts, a real store, a slow and faulty Teams.

import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/app/arrival.ts';
import { seconds } from '../../src/core/time.ts';
import { Fleet, type Write } from '../support/fleet.ts';
import {
  allNote, announced, beginTurn, chair, copiesAfter, docOf, everyone, hourOf, keptTexts, last, notes, onNextPhase, onPost, openLobby, phaseEndsAt, posted,
  press, pressNextOn, runOut, stateOf, two,
} from '../support/fleet-session.ts';
import { stores } from '../support/open-stores.ts';
import { thread, typed } from '../support/sim/acts.ts';
import { nowOf } from '../support/sim/fake-teams.ts';
import type { Life } from '../support/sim/timeline.ts';

const noticeOf = ({ message: answer }: Answer): string => (answer?.card === 'notice' ? answer.notice.kind : 'none');
const countOf = (writes: readonly Write[], kind: Write['kind']): number => writes.filter((write) => write.kind === kind && write.name.startsWith('session')).length;

/** Now and then a request is put off, or an edit loses its answer. */
function badDay({ teams }: Fleet): void {
  teams.spoil = ({ asked: { act } }) => {
    if (teams.requestCount % 5 === 0) return { kind: 'answered', status: 429, body: null, retryAfter: '1' };
    return teams.requestCount % 7 === 0 && act === 'edit' ? { kind: 'cut', why: 'ECONNRESET' } : null;
  };
}

describe.each(stores)('On $name, twenty people at the same moment', ({ openFresh }) => {
  test('through one process come in once each, with about one write for each of them', async () => {
    const fleet = new Fleet(await openFresh());
    badDay(fleet);
    const process = await fleet.start();
    await openLobby(fleet, process);
    const [from, requestsBefore] = [fleet.writes.length, fleet.teams.requestCount];
    const joining = everyone.map((by) => [process, press(fleet, by, { card: 'lobby', verb: 'in-helper' })] as const);
    await fleet.atOnce(...joining, ...joining);
    await fleet.time.pass(seconds(30));
    const { people } = await stateOf(fleet);
    expect(people.map(({ id, part }) => `${part} ${id}`).toSorted()).toEqual(everyone.map(({ id }) => `helper ${id}`));
    expect(nowOf(last(fleet, 'lobby'))).toMatchObject({ helpers: people.map(({ name }) => name) });
    const writes = fleet.writes.slice(from);
    // What came of a request to Teams is written down too; claiming the next one again after it was put off is another.
    expect(countOf(writes, 'saved')).toBeLessThanOrEqual(everyone.length + 2 * (fleet.teams.requestCount - requestsBefore));
    expect(fleet.teams.requestCount - requestsBefore).toBeLessThan(10);
    expect(countOf(writes, 'conflict')).toBe(0);
    await fleet.close();
  });

  test('through one process have each note kept once, with one write to take it and one to cross it off', async () => {
    const fleet = new Fleet(await openFresh());
    const process = await fleet.start();
    await beginTurn(fleet, process);
    const from = fleet.writes.length;
    const answers = await allNote(fleet, process);
    await fleet.time.pass(seconds(5));
    expect(answers.map(noticeOf)).toEqual(everyone.map(() => 'note-saved'));
    expect(await keptTexts(fleet)).toEqual(notes);
    expect(countOf(fleet.writes.slice(from), 'saved')).toBe(2 * everyone.length);
    expect(countOf(fleet.writes.slice(from), 'conflict')).toBe(0);
    await fleet.close();
  });

  test('through two processes have each note kept once, and no conflict is for nothing', async () => {
    const fleet = new Fleet(await openFresh());
    badDay(fleet);
    const processes = await two(fleet);
    const from = fleet.writes.length;
    const answers = await allNote(fleet, ...processes);
    await fleet.time.pass(seconds(30));
    expect(answers.map(noticeOf)).toEqual(everyone.map(() => 'note-saved'));
    expect(await keptTexts(fleet)).toEqual(notes);
    expect((await hourOf(fleet)).turns[0]?.noteCount).toBe(everyone.length);
    expect((await docOf(fleet)).outbox).toEqual([]);
    const writes = fleet.writes.slice(from);
    expect(countOf(writes, 'saved')).toBeLessThan(3 * everyone.length);
    // They did meet. A process has one write of a document under way, so that a write of the other costs it one at the most.
    expect(countOf(writes, 'conflict')).toBeGreaterThan(0);
    expect(countOf(writes, 'conflict')).toBeLessThanOrEqual(countOf(writes, 'saved'));
    await fleet.close();
  });

  test('press the same button through two processes: the session moves on by one phase', async () => {
    const fleet = new Fleet(await openFresh());
    const [a, b] = await two(fleet);
    const next = press(fleet, chair, { card: 'phase', verb: 'next' });
    await fleet.atOnce(...everyone.flatMap((_, n) => [[n % 2 === 0 ? a : b, next] as const]));
    await fleet.time.pass(seconds(10));
    expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce', '1 clarify']);
    expect((await hourOf(fleet)).at).toBe(2);
    await fleet.close();
  });
});

describe.each(stores)('On $name, two processes', ({ openFresh }) => {
  test.each([seconds(0.3), seconds(4)])('which notice the same deadlines announce each phase once and in order (Teams takes %d ms)', async (takesMs) => {
    const fleet = new Fleet(await openFresh());
    badDay(fleet);
    await two(fleet);
    fleet.teams.takesMs = takesMs;
    for (const _phase of ['clarify', 'look-deeper', 'action-step']) await runOut(fleet);
    expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce', '1 clarify', '1 look-deeper', '1 action-step']);
    expect((await docOf(fleet)).outbox).toEqual([]);
    await fleet.close();
  });

  test('which get what somebody typed at the same moment, and once more, let it happen once', async () => {
    const fleet = new Fleet(await openFresh());
    const [a, b] = await two(fleet);
    const act = typed(chair, 'note Said once');
    await fleet.atOnce([a, act], [b, act]);
    await fleet.atOnce([b, act]);
    await fleet.time.pass(seconds(10));
    expect(await keptTexts(fleet)).toEqual(['Said once']);
    expect((await hourOf(fleet)).turns[0]?.noteCount).toBe(1);
    await fleet.close();
  });

  test('which are asked to start at the same moment open one lobby', async () => {
    const fleet = new Fleet(await openFresh());
    const [a, b] = [await fleet.start(), await fleet.start()];
    await fleet.atOnce([a, typed(chair, 'start')], [b, typed(everyone[1] ?? chair, 'start')]);
    await fleet.time.pass(seconds(30));
    const lobbies = fleet.teams.visible(thread).map(nowOf).filter(({ card }) => card === 'lobby');
    expect(lobbies).toEqual([expect.objectContaining({ state: 'open' })]);
    await fleet.close();
  });

  test('of which one freezes past its lease with a post in the air: that may stand twice, and one of them goes when it thaws', async () => {
    const fleet = new Fleet(await openFresh());
    await two(fleet);
    const endsAt = await phaseEndsAt(fleet);
    onPost(fleet, 'onLanded', (by) => { fleet.freeze(by, seconds(60)); });
    await runOut(fleet);
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([0, 26]);
    await fleet.time.pass(seconds(30));
    expect(posted(fleet, 'phase').slice(-2).map(({ shown }) => shown.isDeleted)).toEqual([true, false]);
    expect((await docOf(fleet)).outbox).toEqual([]);
    await fleet.close();
  });

  test('of which one dies with a post in the air: that may stand twice, and one of them goes at a press', async () => {
    const fleet = new Fleet(await openFresh());
    const [a, b] = await two(fleet);
    const endsAt = await phaseEndsAt(fleet);
    let dead: Life | null = null;
    onPost(fleet, 'onLanded', (by) => { dead = by; fleet.crash(by); });
    await runOut(fleet);
    await fleet.time.pass(seconds(30));
    // A lease of 20 seconds, then 6 in which a press could have told that it is there.
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([0, 26]);
    expect(announced(fleet)).toEqual(['0 start-on-time', '1 introduce', '1 clarify', '1 clarify']);
    const copies = posted(fleet, 'phase').slice(-2);
    await pressNextOn(fleet, dead === a.life ? b : a, copies[0]?.shown);
    expect(copies.map(({ shown }) => shown.isDeleted)).toEqual([true, false]);
    expect([announced(fleet).at(-1), (await docOf(fleet)).outbox]).toEqual(['1 look-deeper', []]);
    await fleet.close();
  });

  test('of which one freezes past its lease in the moment before the first byte leaves: it sends nothing when it thaws', async () => {
    const fleet = new Fleet(await openFresh());
    await two(fleet);
    const endsAt = await phaseEndsAt(fleet);
    onPost(fleet, 'onLeaving', (by) => { fleet.freeze(by, seconds(60)); });
    await runOut(fleet);
    await fleet.time.pass(seconds(45));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([26]);
    expect((await docOf(fleet)).outbox).toEqual([]);
    await fleet.close();
  });

  test('of which one freezes past its lease with a claim taken and nothing sent: it sends nothing when it thaws', async () => {
    const fleet = new Fleet(await openFresh());
    await two(fleet);
    const endsAt = await phaseEndsAt(fleet);
    await onNextPhase(fleet, (by) => { fleet.freeze(by, seconds(60)); });
    await runOut(fleet);
    await fleet.time.pass(seconds(45));
    expect(copiesAfter(fleet, 'clarify', endsAt)).toEqual([26]);
    expect((await docOf(fleet)).outbox).toEqual([]);
    await fleet.close();
  });
});
