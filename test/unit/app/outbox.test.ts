// The outbox as pure functions: what waits, who may send it, what an outcome means (reliability.md 1).

import { describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '../../../src/core/time.ts';
import { conversationId, personId, tenantId } from '../../../src/core/keys.ts';
import type { Effect } from '../../../src/core/machine.ts';
import type { Doc } from '../../../src/app/document.ts';
import { attemptNeedsMs, claimHeads, enqueue, headOf, type Lane, laneOf, leaseMs, reclaimed, releaseClaims, retryAt, settle, withEvidence } from '../../../src/app/outbox.ts';
import { claimed, edit, empty, head, holding, kinds, later, mail, now, otherwise, post, record, say, settled, tell, unknown } from '../../support/outbox-doc.ts';

describe('what waits', () => {
  test('two commits before any delivery keep both, in order', () => {
    const outbox = enqueue(enqueue([], [post('a'), say], 1), [post('b'), tell], 2);
    expect(outbox.map(({ id }) => id)).toEqual(['1.0', '1.1', '2.0', '2.1']);
    expect(kinds({ ...empty, outbox })).toEqual(['post a', 'say', 'post b', 'tell']);
    expect(outbox[0]).toEqual({ id: '1.0', effect: post('a'), attemptCount: 0, notBefore: null, claim: null, doubtfulSince: null });
  });

  test('an edit that still waits serves for the next of its message, one that is being sent does not', () => {
    const doc = { ...holding(edit('a'), edit('a'), edit('b')), posted: { a: { id: '1', mayHaveTwin: false }, b: { id: '2', mayHaveTwin: false } } };
    expect(kinds(doc)).toEqual(['edit a', 'edit b']);
    const sending = claimed(doc);
    expect(kinds({ ...doc, outbox: enqueue(sending.outbox, [edit('a'), edit('b')], 9) })).toEqual(['edit a', 'edit b', 'edit a']);
  });

  test('posts and texts are never put together', () => {
    expect(kinds(holding(post('a'), post('a'), say, say))).toEqual(['post a', 'post a', 'say', 'say']);
  });

  test.each([
    [post('a'), 'posts'], [say, 'posts'], [edit('a'), 'edits'], [{ do: 'fold', messageId: '1' }, 'edits'], [tell, 'inside'], [record, 'inside'],
  ] as const)('%j goes by the lane %s', (effect, lane) => {
    expect(laneOf(head(holding(effect), lane))).toBe(lane);
  });

  test('an edit waits for its message, and lets others by', () => {
    const doc = holding(post('a'), edit('a'), edit('b'));
    expect(head(doc, 'edits').effect).toEqual(edit('b'));
    expect(head({ ...doc, posted: { a: { id: '1', mayHaveTwin: false } } }, 'edits').effect).toEqual(edit('a'));
    // Nothing will ever bring that message: it goes, and is nothing to do.
    expect(head(holding(edit('a')), 'edits').effect).toEqual(edit('a'));
    expect(headOf(holding(post('a'), edit('a')), 'edits')).toBeNull();
  });
});

describe('claims', () => {
  test('take the head of every lane, for as long as the lease', () => {
    const doc = claimed(holding(post('a'), post('b'), edit('c'), tell, record));
    expect(doc.outbox.map(({ claim }) => claim?.until ?? null)).toEqual([now + leaseMs, null, now + leaseMs, now + leaseMs, null]);
    expect(leaseMs - attemptNeedsMs).toBeGreaterThanOrEqual(seconds(5));
  });

  test('of somebody else are left alone, and so is what must wait', () => {
    const doc = claimed(holding(post('a')));
    expect(claimHeads(doc, 'other', now)).toBe(doc);
    const waiting = settled(doc, later(5_000));
    expect(claimHeads(waiting, 'me', now + 4_999)).toBe(waiting);
    expect(head(claimHeads(waiting, 'me', now + 5_000)).claim?.owner).toBe('me');
    expect(claimHeads(empty, 'me', now)).toBe(empty);
  });

  test('found without their owner put a post in doubt, and let the rest simply be done again', () => {
    const doc = releaseClaims(claimed(holding(post('a'), edit('b'), tell)), ({ owner }) => owner === 'me', now + 30_000);
    const [posted, edited, done] = doc.outbox;
    expect(posted).toMatchObject({ claim: null, attemptCount: 1, doubtfulSince: now + 30_000, notBefore: now + 36_000 });
    for (const again of [edited, done]) expect(again).toMatchObject({ claim: null, attemptCount: 0, doubtfulSince: now + 30_000, notBefore: null });
  });

  test('an edit found without its owner serves for no later one: it may be crossed off by whoever sent it', () => {
    const { outbox } = releaseClaims(claimed(holding(edit('a'))), () => true, now + 30_000);
    expect(kinds({ ...empty, outbox: enqueue(outbox, [edit('a')], 9) })).toEqual(['edit a', 'edit a']);
  });

  test('that live are not released', () => {
    const doc = claimed(holding(post('a')));
    expect(releaseClaims(doc, ({ until }) => until <= now + leaseMs - 1, now)).toBe(doc);
    const mixed = { ...doc, outbox: [...doc.outbox, ...claimed(holding(tell), 'dead').outbox] };
    expect(releaseClaims(mixed, ({ owner }) => owner === 'dead', now).outbox.map(({ claim }) => claim?.owner ?? null)).toEqual(['me', null]);
  });
});

describe('a reminder', () => {
  const about = { kind: 'nudge', tenant: tenantId('t1'), community: conversationId('19:c'), meetingAt: now, person: personId('ben') } as const;
  const nudge = { ...mail, about } as Effect;
  const toldWhy = (doc: Doc) => doc.outbox.map(({ effect }) => (effect.do === 'tell' && effect.event.type === 'unreachable' ? effect.event.why : effect.do));

  test('whose sender died goes out at once where no attempt was begun, and never where one was', () => {
    const doc = claimed(holding(nudge));
    expect(releaseClaims(doc, () => true, now + 30_000).outbox).toEqual([{ ...head(doc), claim: null }]);
    const begun = reclaimed(doc, head(doc).id, { owner: 'me', lease: { until: now + leaseMs, hasBegun: true } });
    expect(toldWhy(releaseClaims(begun, () => true, now + 30_000))).toEqual(['unsure']);
    expect(reclaimed(doc, head(doc).id, { owner: 'other', lease: null })).toBe(doc);
  });

  test('that Teams may have taken does not go out again; one it turned away does, and so does any other mail', () => {
    expect(toldWhy(settled(claimed(holding(nudge)), unknown))).toEqual(['unsure']);
    for (const [effect, why] of [[nudge, 'http-503'], [mail, unknown.why]] as const) expect(toldWhy(settled(claimed(holding(effect)), { kind: 'unknown', why }))).toEqual(['say']);
  });
});

describe('an outcome', () => {
  test('sent keeps the id, and the next may go', () => {
    const doc = settled(claimed(holding(post('a'), post('b'))), { kind: 'sent', id: '77' });
    expect(doc.posted).toEqual({ a: { id: '77', mayHaveTwin: false } });
    expect(kinds(doc)).toEqual(['post b']);
    expect(settled(claimed(holding(say)), { kind: 'sent', id: '78' })).toMatchObject({ posted: {}, outbox: [] });
  });

  test('sent to somebody alone is remembered by the community it was of, and by no other; nothing else is', () => {
    const chat = otherwise.key.partition;
    const of = (doc: Doc): unknown => settled(doc, { kind: 'sent', id: '1' }, { now: 77 }).reached;
    const person: Doc = { ...holding(mail), kind: 'person', reached: { [chat]: 5, 't1|19:other': 6 } };
    expect(of(person)).toEqual({ [chat]: 77, 't1|19:other': 6 });
    expect(of({ ...holding(mail), kind: 'person' })).toEqual({ [chat]: 77 });
    expect([of(holding(mail)), of({ ...holding(say), kind: 'person' }), settled({ ...holding(mail), kind: 'person' }, { kind: 'gone', why: 'x', closes: false }, { now: 77 }).reached]).toEqual([undefined, undefined, undefined]);
  });

  test('for something that is no longer there changes nothing', () => {
    expect(settle(empty, { id: '1.0', effect: post('a'), outcome: { kind: 'done' }, realNow: now, dice: 0 })).toBe(empty);
    expect(settled(claimed(holding(tell)), { kind: 'done' }, { lane: 'inside' }).outbox).toEqual([]);
  });

  test('learned only when another has sent it again takes its own message away, and nothing else', () => {
    const waiting = claimed(holding(post('a')));
    const { id, effect } = head(waiting);
    const doubted = releaseClaims(waiting, () => true, now);
    const again = settled(claimed(doubted, 'another', now + seconds(6)), { kind: 'sent', id: '66' });
    const told = (of: typeof again, messageId: string) => settle(of, { id, effect, outcome: { kind: 'sent', id: messageId }, realNow: now, dice: 0 });
    expect(told(again, '55').outbox.map((each) => each.effect)).toEqual([{ do: 'fold', messageId: '55' }]);
    expect(told(told(again, '55'), '55')).toEqual(told(again, '55'));
    // The same told twice, since the answer to a write was lost, is no twin.
    expect(told(again, '66')).toBe(again);
    const once = settled(waiting, { kind: 'sent', id: '77' });
    expect(told(once, '77')).toBe(once);
    expect(settle(again, { id, effect: say, outcome: { kind: 'sent', id: '55' }, realNow: now, dice: 0 })).toBe(again);
  });

  test('unknown: a post is never sent again blindly, but after six seconds without evidence', () => {
    const doc = settled(claimed(holding(post('a'), post('b'))), unknown);
    expect(head(doc)).toMatchObject({ effect: post('a'), claim: null, doubtfulSince: now, notBefore: now + seconds(6), attemptCount: 1 });
    expect(claimHeads(doc, 'me', now + 5_999)).toBe(doc);
    const again = settled(claimed(doc, 'me', now + 6_000), unknown, { realNow: now + 7_000 });
    expect(head(again)).toMatchObject({ doubtfulSince: now, notBefore: now + 13_000, attemptCount: 2 });
  });

  test('unknown of a text: in a session it comes again as soon, as mail after ten minutes', () => {
    expect(head(settled(claimed(holding(say)), unknown)).notBefore).toBe(now + seconds(6));
    expect(head(settled(claimed(holding(mail)), unknown)).notBefore).toBe(now + minutes(10));
  });

  test('unknown of an edit: it may be repeated freely', () => {
    expect(head(settled(claimed(holding(edit('a'))), unknown, { lane: 'edits' }), 'edits')).toMatchObject({ doubtfulSince: null, notBefore: now + 187.5, attemptCount: 1 });
  });

  test.each([[0, 125, 250], [1, 250, 500], [4, 2_000, 4_000], [7, 15_000, 30_000], [60, 15_000, 30_000]])('later after %d attempts waits %d to %d ms', (attemptCount, least, most) => {
    const doc = claimed({ ...empty, outbox: holding(post('a')).outbox.map((each) => ({ ...each, attemptCount })) });
    expect(head(settled(doc, later(), { dice: 0 })).notBefore).toBe(now + least);
    expect(head(settled(doc, later(), { dice: 1 })).notBefore).toBe(now + most);
  });

  test('later with Retry-After waits at least that', () => {
    expect(head(settled(claimed(holding(post('a'))), later(90_000))).notBefore).toBe(now + 90_000);
    expect(head(settled(claimed(holding(post('a'))), later(1))).notBefore).toBe(now + 187.5);
  });

  test.each<[Effect, Lane, number]>([[post('a'), 'posts', 120], [edit('a'), 'edits', 25]])('later for ever: %j is given up in the end', (effect, lane, most) => {
    let doc = holding(effect);
    let attempts = 0;
    for (; doc.outbox.length > 0 && attempts < 500; attempts++) doc = settled(doc, later(), { lane });
    expect(attempts).toBe(most);
  });

  test('later for ever: what stays inside the service is never given up, since it may be a note', () => {
    let doc = holding(record);
    for (let n = 0; n < 1000; n++) doc = settled(doc, later(), { lane: 'inside' });
    expect(kinds(doc)).toEqual(['record']);
  });

  test('gone: mail is told of elsewhere, also when it was given up; the rest is dropped', () => {
    const gone = { kind: 'gone', why: 'blocked', closes: true } as const;
    const doc = settled(claimed(holding(mail)), gone);
    expect(doc.outbox).toMatchObject([{ effect: { do: 'tell', ...otherwise }, attemptCount: 0, claim: null }]);
    expect(doc.outbox[0]?.id).toMatch(/^\d+\.0o$/);
    expect(settled(claimed(holding(say)), gone).outbox).toEqual([]);
    expect(settled(claimed(holding(post('a'))), gone).outbox).toEqual([]);
    let given = holding(mail);
    for (let n = 0; n < 120; n++) given = settled(given, later());
    expect(kinds(given)).toEqual(['tell']);
  });
});

describe('evidence', () => {
  const doubtful = (): Doc => settled(claimed(holding(post('a'), post('b'), edit('a'))), unknown);

  test('that a doubtful card landed settles it', () => {
    const doc = withEvidence(doubtful(), 'a', '55');
    expect(doc.posted).toEqual({ a: { id: '55', mayHaveTwin: false } });
    expect(kinds(doc)).toEqual(['post b', 'edit a']);
  });

  test('of a twin folds it, and never the message that is known', () => {
    const twice = settled(claimed(doubtful(), 'me', now + 6_000), { kind: 'sent', id: '66' });
    expect(twice.posted['a']).toEqual({ id: '66', mayHaveTwin: true });
    expect(withEvidence(twice, 'a', '66')).toBe(twice);
    const folded = withEvidence(twice, 'a', '55');
    expect(folded.outbox.at(-1)?.effect).toEqual({ do: 'fold', messageId: '55' });
    expect(folded.posted['a']?.id).toBe('66');
    // A message of another slot is no twin.
    const other = { ...twice, posted: { ...twice.posted, z: { id: '99', mayHaveTwin: false } } };
    expect(withEvidence(other, 'a', '99')).toBe(other);
  });

  test('where nothing was in doubt changes nothing', () => {
    const sent = settled(claimed(holding(post('a'))), { kind: 'sent', id: '66' });
    expect(withEvidence(sent, 'a', '55')).toBe(sent);
    expect(withEvidence(empty, 'a', '55')).toBe(empty);
    const waiting = holding(post('a'));
    expect(withEvidence(waiting, 'a', '55')).toBe(waiting);
    // Being sent again this moment: what comes of that is settled first.
    const sending = claimed(doubtful(), 'me', now + 6_000);
    expect(withEvidence(sending, 'a', '55')).toBe(sending);
  });
});

describe('the next moment that wants attention', () => {
  test('is none for an empty outbox, at once for what is free, else the end of claim or wait, the earliest of the lanes', () => {
    expect(retryAt(empty)).toBeNull();
    expect(retryAt(holding(post('a')))).toBe(0);
    expect(retryAt(claimed(holding(post('a'))))).toBe(now + leaseMs);
    const waiting = settled(claimed(holding(post('a'), tell)), later(3_000));
    expect(retryAt(waiting)).toBe(now + 3_000);
    expect(retryAt({ ...waiting, outbox: waiting.outbox.filter(({ effect }) => effect.do === 'tell') })).toBe(now + leaseMs);
  });
});
