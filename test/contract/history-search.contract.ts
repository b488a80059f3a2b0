// What every store must keep about searching history, and about how long it is kept: a part of the contract of history.
// The order of what is found is that of core/history/search.ts, alike for all stores.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { History, Store } from '../../src/app/ports.ts';
import type { HistoryEntry } from '../../src/core/history/entry.ts';
import { type Found, type Hit, maxTerms, ranked } from '../../src/core/history/search.ts';
import { areaTerm, personTerm, termsIn, termsOf } from '../../src/core/history/terms.ts';
import { personId, sessionId } from '../../src/core/keys.ts';
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
/** Everything that holds these terms. */
const found = (terms: string | readonly string[], partition = home): Promise<readonly Found[]> =>
  history.search(partition, [terms].flat(), { after: null, limit: 1_000 });
const hit = (session: string, at: number, score = 0): Found => ({ session: sessionId(session), at, score });

export function historySearchContract(name: string, openFresh: () => Promise<Store>): void {
  describe(`search and retention in ${name}`, () => {
    beforeEach(async () => {
      store = await openFresh();
      history = store.history;
    });
    afterEach(() => store.close());
    for (const cases of [searching, ranking, expiring, removing]) cases();
  });
}

function searching(): void {
  test('a term is found in every session in which it occurs, strong where the session was about it', async () => {
    const turn = { owner: ben, problem: 'Quizzes', writeUp: { ...emptyWriteUp, problem: 'Pupils forget', evidence: 'Results of quizzing' }, wasHeld: true };
    await addAll([session('s1', 50, { at: 300, turns: [turn] }), note('n', { text: 'A quiz, then another quiz' }), action, note('other', { session: s2, at: 400, text: 'quiz' })]);
    expect(await found('quiz')).toEqual([hit('s1', 100, 1), hit('s2', 400)]);
    expect([await found('team'), await found('result'), await found('pupil')]).toEqual([[hit('s1', 200, 1)], [hit('s1', 300)], [hit('s1', 300, 1)]]);
    expect([await found('ann'), await found('ben')]).toEqual([[hit('s1', 300)], [hit('s1', 300)]]);
  });
  test('several terms are found where a session holds each of them, in whichever entries', async () => {
    await addAll([
      note('n1', { text: 'phonics and maths' }), note('n2', { at: 90, text: 'reading' }), note('m', { session: s2, at: 400, text: 'maths and reading' }),
      { ...action, id: 'a2', session: s2, text: 'Phonics first' }, note('o', { session: sessionId('s3'), text: 'phonics' }),
    ]);
    expect(await found(['phonic', 'mathemat'])).toEqual([hit('s2', 200, 1), hit('s1', 100)]);
    expect(await found(['read', 'phonic', 'mathemat'])).toEqual([hit('s2', 200, 1), hit('s1', 90)]);
    expect([await found([]), await found(['phonic', 'science']), await found(['phonic', ''])]).toEqual([[], [], []]);
    expect(await found(['mathemat', 'read'], `${home}2`)).toEqual([]);
  });
  test('whoever chaired, brought a problem or came is found, and so is the area of a problem', async () => {
    const [dee, guest] = [{ id: personId('p-dee'), name: 'Dee' }, { id: personId('guest:jo "o\'neil"\\ 🐦'), name: 'Jo' }];
    const turn = { owner: dee, problem: 'Quizzes', writeUp: { ...emptyWriteUp, npqArea: 'leading-literacy' }, wasHeld: true } as const;
    await addAll([session('s1', 50, { turns: [turn], attendance: [{ ...guest, part: 'helper' }, { ...dee, part: 'owner' }] }), session('s2', 60), note('n', { text: 'p-dee person area leading-literacy' })]);
    const sessionsOf = async (...terms: readonly string[]): Promise<readonly string[]> => (await found(terms)).map(({ session: id }) => id);
    expect([await sessionsOf(personTerm(dee.id)), await sessionsOf(personTerm(guest.id)), await sessionsOf(personTerm(ann.id)), await sessionsOf(personTerm(personId('p-de')))]).toEqual([['s1'], ['s1'], ['s1', 's2'], []]);
    expect([await sessionsOf(areaTerm('leading-literacy')), await sessionsOf(areaTerm('headship')), await sessionsOf('quiz', personTerm(dee.id), areaTerm('leading-literacy'))]).toEqual([['s1'], [], ['s1']]);
    expect((await found(personTerm(dee.id))).map(({ score }) => score)).toEqual([0]);
  });
  test('a term is found whole, and in its own partition only', async () => {
    const elsewhere = [`${home}2`, `${home};messageid=1`, `${otherTenant}|19:abc@thread.tacv2`];
    await addAll([note('n', { text: 'phonics' }), ...elsewhere.map((partition, n) => note('n', { partition, at: n, text: 'fractions' }))]);
    for (const term of ['', 'phon', 'phonicss', 'PHONIC', 'honic', '%', 'ph%', '_honic', '*', 'fraction']) expect(await found(term)).toEqual([]);
    expect(await found('phonic')).toHaveLength(1);
    expect((await Promise.all(elsewhere.map((partition) => found('fraction', partition)))).map(([first]) => first?.at)).toEqual([0, 1, 2]);
  });
  test('the same id twice is found once, by the words of the first', async () => {
    await Promise.all([add(note('n', { text: 'maths and reading' })), add(note('n', { text: 'maths and writing' }))]);
    await add(note('n', { at: 700, session: s2, text: 'science' }));
    expect([await found('mathemat'), await found('read'), await found('write'), await found('scienc')]).toMatchObject([[{ at: 100 }], [{ at: 100 }], [], []]);
  });
  test('every one of many sessions is found', async () => {
    const many = Array.from({ length: 120 }, (_, n) => note(`n${n}`, { at: n, session: sessionId(`s${n % 40}`), text: `phonics, number ${n}` }));
    await addAll([...many, note('other', { text: 'maths' })]);
    expect(await found('phonic')).toEqual(Array.from({ length: 40 }, (_, n) => hit(`s${39 - n}`, 39 - n)));
    expect(await found('119')).toEqual([hit('s39', 119)]);
  });
  test.each(["a'b", '"', '\\', '🐦', '\ud83d', 'a\u0000b', '--', "' or 1=1 --", '@term', 'x'.repeat(5_000), '{"$gt":""}'])('the awkward term %j finds nothing, and harms nothing', async (term) => {
    await addAll([note('n', { text: `${term} a b or term phonics` }), note('other', { text: '' })]);
    expect([await found(term), (await found('phonic')).length]).toEqual([[], 1]);
  });
  test('words of any length, script and number are found by their terms', async () => {
    const long = 'ab1'.repeat(5_000);
    await addAll([note('long', { text: long }), note('hebrew', { session: s2, at: 200, text: 'שלום 🐦' }), note('cafe', { session: sessionId('s3'), at: 300, text: 'CAFE\u0301 ’tis year 7' })]);
    for (const [text, at] of [[long, 100], ['שלום', 200], ['caf\u00e9', 300], ['7', 300]] as const) {
      for (const term of termsIn(text)) expect(await found(term)).toMatchObject([{ at }]);
    }
    const words = Array.from({ length: 3_000 }, (_, n) => `w${n}`);
    await add(note('rich', { at: 400, text: words.join(' ') }));
    expect([await found('w0'), await found('w2999')]).toMatchObject([[{ at: 400 }], [{ at: 400 }]]);
    expect(await found(words.slice(0, maxTerms))).toMatchObject([{ at: 400 }]);
  });
}

/** Sessions that share places in the order as often as can be, and what they are found by, by the pure functions alone. */
function mixed(): { readonly entries: readonly HistoryEntry[]; readonly rankedFor: (terms: readonly string[]) => readonly Found[] } {
  const texts = ['maths', 'phonics', 'maths phonics', 'phonics reading', 'maths reading phonics'];
  const entries = Array.from({ length: 90 }, (_, n): HistoryEntry => {
    const over = { id: `e${n}`, session: sessionId(`s${(n * 7) % 23}`), at: 100 + ((n * 5) % 4), text: texts[(n * 3) % texts.length] ?? '' };
    return n % 4 === 0 ? { ...action, ...over } : note(over.id, over);
  });
  const hitsOf = (term: string): readonly Hit[] => entries.flatMap((entry) => {
    const { strong, weak } = termsOf(entry);
    return [...strong, ...weak].includes(term) ? [{ session: entry.session, at: entry.at, isStrong: strong.includes(term) }] : [];
  });
  return { entries, rankedFor: (terms) => ranked(new Map(terms.map((term) => [term, hitsOf(term)]))) };
}

function ranking(): void {
  test.each([[['mathemat']], [['phonic']], [['mathemat', 'phonic']], [['read', 'mathemat', 'phonic']]])('%j are ranked as they are everywhere, and page by page the same', async (terms) => {
    const { entries, rankedFor } = mixed();
    await addAll(entries);
    const all = rankedFor(terms);
    expect(all.length).toBeGreaterThan(8);
    expect(await found(terms)).toEqual(all);
    const paged: Found[] = [];
    for (let last: Found | undefined; ; last = paged.at(-1)) {
      const page = await history.search(home, terms, { after: last ?? null, limit: 3 });
      paged.push(...page);
      if (page.length < 3) break;
    }
    expect(paged).toEqual(all);
  });
  test('a page goes on after a place that nobody has, or that was made up', async () => {
    await addAll([note('a', { at: 1, text: 'maths' }), note('b', { at: 3, session: s2, text: 'maths phonics' }), { ...action, at: 2, session: sessionId('s3'), text: 'maths phonics' }]);
    const after = async (place: Found, terms: readonly string[] = ['mathemat']): Promise<readonly string[]> => (await history.search(home, terms, { after: place, limit: 9 })).map(({ session: id }) => id);
    expect([await after(hit('s3', 2, 1)), await after(hit('s9', 2.5)), await after(hit('', Infinity, 7)), await after(hit('s0', 3)), await after(hit('', -Infinity, -1))]).toEqual([['s2', 's1'], ['s1'], ['s3', 's2', 's1'], ['s1'], []]);
    expect([await after(hit('s3', 2, 2), ['mathemat', 'phonic']), await after(hit('s3', 9, 1), ['phonic', 'mathemat'])]).toEqual([['s2'], ['s2']]);
  });
  test('no more is given than asked for', async () => {
    await addAll([note('a', { text: 'maths phonics' }), note('b', { session: s2, text: 'maths phonics' })]);
    for (const terms of [['mathemat'], ['mathemat', 'phonic']]) expect((await Promise.all([0, 1, 2, 3].map((limit) => history.search(home, terms, { after: null, limit })))).map(({ length }) => length)).toEqual([0, 1, 2, 2]);
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
    expect([await found('mathemat'), (await found('mathemat', `${home}2`)).length]).toEqual([[hit('S1', 100)], 1]);
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
    expect([(await history.ofSession(home, s1)).length, await found('mathemat'), (await found('phonic')).length, await history.expired(9, 9)]).toEqual([1, [], 1, []]);
  });
  test('what was forgotten is neither found by its words nor expires any more', async () => {
    await Promise.all([history.add(note('n'), 1), history.add(note('m', { session: s2 }), 2), history.add(note('n', { partition: `${home}2` }), 3)]);
    await history.forget(home);
    expect([await found('note'), await history.expired(9, 9), (await found('note', `${home}2`)).length]).toEqual([[], [record('s1', `${home}2`)], 1]);
  });
}
