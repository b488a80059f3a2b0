// What every store must keep about searching history, and about how long it is kept: a part of the contract of history.
// No order is asked of what is found: core/history/search.ts ranks it, alike for all stores.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { History, Store } from '../../src/app/ports.ts';
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import type { Hit } from '../../src/core/history/search.ts';
import { termsIn } from '../../src/core/history/terms.ts';
import { sessionId } from '../../src/core/keys.ts';
import type { RecordOf } from '../../src/core/messages.ts';
import { emptyWriteUp } from '../../src/core/problem/write-up.ts';
import { action, ann, ben, home, note, otherTenant, s1, s2, session, tenant } from './entries.ts';

/** Later than any case asks about. */
const farOff = 9_000_000_000_000;
let store: Store;
let history: History;
const add = (entry: HistoryEntry): Promise<void> => history.add(entry, farOff);
const addAll = (entries: readonly HistoryEntry[]): Promise<unknown> => Promise.all(entries.map(add));
const record = (id: string, partition = home): RecordOf => ({ partition, session: sessionId(id) });
/** What is found of a term, in an order of its own, since the port promises none. */
const found = async (term: string, partition = home): Promise<readonly Hit[]> =>
  (await history.found(partition, term)).toSorted((a, b) => a.at - b.at || (a.session < b.session ? -1 : 1));

export function historySearchContract(name: string, openFresh: () => Promise<Store>): void {
  describe(`search and retention in ${name}`, () => {
    beforeEach(async () => {
      store = await openFresh();
      history = store.history;
    });
    afterEach(() => store.close());
    for (const cases of [searching, expiring, removing]) cases();
  });
}

function searching(): void {
  test('a term is found in every entry in which it occurs, strong where the session was about it', async () => {
    const turn = { owner: ben, problem: 'Quizzes', writeUp: { ...emptyWriteUp, problem: 'Pupils forget', evidence: 'Results of quizzing' }, wasHeld: true };
    await addAll([session('s1', 50, { at: 300, turns: [turn] }), note('n', { text: 'A quiz, then another quiz' }), action, note('other', { session: s2, at: 400, text: 'quiz' })]);
    expect(await found('quiz')).toEqual([
      { session: s1, at: 100, isStrong: false }, { session: s1, at: 300, isStrong: true }, { session: s2, at: 400, isStrong: false },
    ]);
    expect([await found('team'), await found('result'), await found('pupil')]).toEqual([
      [{ session: s1, at: 200, isStrong: true }], [{ session: s1, at: 300, isStrong: false }], [{ session: s1, at: 300, isStrong: true }],
    ]);
    expect([await found('ann'), await found('ben')]).toEqual([[{ session: s1, at: 300, isStrong: false }], [{ session: s1, at: 300, isStrong: false }]]);
  });
  test('a term is found whole, and in its own partition only', async () => {
    const elsewhere = [`${home}2`, `${home};messageid=1`, `${otherTenant}|19:abc@thread.tacv2`];
    await addAll([note('n', { text: 'phonics' }), ...elsewhere.map((partition, n) => note('n', { partition, at: n, text: 'fractions' }))]);
    for (const term of ['', 'phon', 'phonicss', 'PHONIC', 'honic', '%', 'ph%', '_honic', '*', 'fraction']) expect(await found(term)).toEqual([]);
    expect(await found('phonic')).toHaveLength(1);
    expect((await Promise.all(elsewhere.map((partition) => found('fraction', partition)))).map(([hit]) => hit?.at)).toEqual([0, 1, 2]);
  });
  test('the same id twice is found once, by the words of the first', async () => {
    await Promise.all([add(note('n', { text: 'maths and reading' })), add(note('n', { text: 'maths and writing' }))]);
    await add(note('n', { at: 700, session: s2, text: 'science' }));
    expect([await found('math'), await found('read'), await found('write'), await found('scienc')]).toMatchObject([[{ at: 100 }], [{ at: 100 }], [], []]);
  });
  test('every one of many entries is found', async () => {
    const many = Array.from({ length: 120 }, (_, n) => note(`n${n}`, { at: n, session: sessionId(`s${n % 7}`), text: `phonics, number ${n}` }));
    await addAll([...many, note('other', { text: 'maths' })]);
    expect(await found('phonic')).toEqual(many.map(({ session: of, at }) => ({ session: of, at, isStrong: false })));
    expect(await found('119')).toEqual([{ session: sessionId('s0'), at: 119, isStrong: false }]);
  });
  test.each(["a'b", '"', '\\', '🐦', '\ud83d', 'a\u0000b', '--', "' or 1=1 --", '@term', 'x'.repeat(5_000), '{"$gt":""}'])('the awkward term %j finds nothing, and harms nothing', async (term) => {
    await addAll([note('n', { text: `${term} a b or term phonics` }), note('other', { text: '' })]);
    expect([await found(term), (await found('phonic')).length]).toEqual([[], 1]);
  });
  test('words of any length, script and number are found by their terms', async () => {
    const long = 'ab1'.repeat(5_000);
    await addAll([note('long', { text: long }), note('hebrew', { at: 200, text: 'שלום 🐦' }), note('cafe', { at: 300, text: 'CAFE\u0301 ’tis year 7' })]);
    for (const [text, at] of [[long, 100], ['שלום', 200], ['caf\u00e9', 300], ['7', 300]] as const) {
      for (const term of termsIn(text)) expect(await found(term)).toMatchObject([{ at }]);
    }
    const words = Array.from({ length: 3_000 }, (_, n) => `w${n}`);
    await add(note('rich', { at: 400, text: words.join(' ') }));
    expect([await found('w0'), await found('w2999')]).toMatchObject([[{ at: 400 }], [{ at: 400 }]]);
  });
}

function expiring(): void {
  test('a session has expired when any entry of it has, at its very instant, the earliest first, once each', async () => {
    expect(await history.expired(farOff, 9)).toEqual([]);
    const other = `${otherTenant}|19:x/y?z#q\\w@thread.tacv2`;
    await Promise.all([
      history.add(session('s1', 50), 30), history.add(note('n'), 20.5), history.add(note('m'), 40), history.add(action, 9_999),
      history.add(session('s2', 60), 40), history.add(note('n', { partition: other }), 10), history.add(session('later', 70), 40.5),
    ]);
    expect(await history.expired(40, 9)).toEqual([record('s1', other), record('s1'), record('s2')]);
    expect([await history.expired(20.5, 9), await history.expired(20, 9)]).toEqual([[record('s1', other), record('s1')], [record('s1', other)]]);
    expect(await history.expired(9, 9)).toEqual([]);
  });
  test('no more is given than asked for, and the rest when that is removed', async () => {
    const ids = Array.from({ length: 7 }, (_, n) => `s${n}`);
    await Promise.all(ids.flatMap((id, n) => ['a', 'b', 'c'].map((part) => history.add(note(`${id}-${part}`, { session: sessionId(id) }), 100 - n))));
    expect([await history.expired(100, 3), await history.expired(100, 0)]).toEqual([['s6', 's5', 's4'].map((id) => record(id)), []]);
    const gone: RecordOf[] = [];
    for (let next = await history.expired(97, 2); next.length > 0; next = await history.expired(97, 2)) {
      for (const each of next) await history.remove(each);
      gone.push(...next);
    }
    expect(gone).toEqual(['s6', 's5', 's4', 's3'].map((id) => record(id)));
    expect(await Promise.all(ids.map(async (id) => (await history.ofSession(home, sessionId(id))).length))).toEqual([3, 3, 3, 0, 0, 0, 0]);
  });
  test('the same id twice expires as the first was to', async () => {
    await history.add(note('n'), 50);
    await history.add(note('n'), 10);
    expect([await history.expired(49, 9), await history.expired(50, 9)]).toEqual([[], [record('s1')]]);
  });
  test('an entry stays to be read until it is removed', async () => {
    await history.add(note('n', { people: [ann.id] }), 1);
    expect([(await history.ofSession(home, s1)).length, (await history.of(tenant, ann.id)).length, (await found('note')).length]).toEqual([1, 1, 1]);
  });
}

function removing(): void {
  test('a removed session is found nowhere, and nothing else is touched', async () => {
    const [alike, elsewhere] = [note('alike', { session: sessionId('S1'), text: 'maths', people: [ann.id] }), note('n', { partition: `${home}2`, text: 'maths', people: [ann.id] })];
    await Promise.all([session('s1', 50, { people: [ann.id] }), note('n', { text: 'maths', people: [ann.id] }), action].map((entry) => history.add(entry, 1)));
    await addAll([alike, elsewhere, session('s2', 60)]);
    await history.remove(record('s1'));
    expect([await history.ofSession(home, s1), (await history.page(home, null, 9)).entries, await history.expired(9, 9)]).toEqual([[], [session('s2', 60)], []]);
    expect([await history.of(tenant, ann.id), await history.of(tenant, ben.id)]).toEqual([[alike, elsewhere], []]);
    expect([await found('math'), (await found('math', `${home}2`)).length]).toEqual([[{ session: 'S1', at: 100, isStrong: false }], 1]);
    expect([await history.ofSession(home, sessionId('S1')), await history.ofSession(`${home}2`, s1)]).toEqual([[alike], [elsewhere]]);
  });
  test('removing what is not there is nothing, and a session of many entries goes at once', async () => {
    await addAll(Array.from({ length: 120 }, (_, n) => note(`n${n}`)));
    for (const each of [record('s'), record('s1', `${home}2`), record('s1', tenant)]) await history.remove(each);
    expect(await history.ofSession(home, s1)).toHaveLength(120);
    for (const each of [record('s1'), record('s1')]) await history.remove(each);
    expect([await history.ofSession(home, s1), await found('note')]).toEqual([[], []]);
  });
  test('what was removed can be added again, and is found by its new words only', async () => {
    await history.add(note('n', { text: 'maths' }), 1);
    await history.remove(record('s1'));
    await add(note('n', { text: 'phonics' }));
    expect([(await history.ofSession(home, s1)).length, await found('math'), (await found('phonic')).length, await history.expired(9, 9)]).toEqual([1, [], 1, []]);
  });
  test('what was forgotten is neither found by its words nor expires any more', async () => {
    await Promise.all([history.add(note('n'), 1), history.add(note('m', { session: s2 }), 2), history.add(note('n', { partition: `${home}2` }), 3)]);
    await history.forget(home);
    expect([await found('note'), await history.expired(9, 9), (await found('note', `${home}2`)).length]).toEqual([[], [record('s1', `${home}2`)], 1]);
  });
}
