// Sharing with the group ahead: posted once, changed where it stands, closed for good (product.md 5). Whatever the owner
// does in whatever order, the group reads what was shared last, or nothing.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversationId, sessionId, tenantId } from '../../../../src/core/keys.ts';
import type { Message, SharedProblemMessage } from '../../../../src/core/messages.ts';
import type { CameOf } from '../../../../src/core/problem/came-of.ts';
import { type Problem, type ProblemEvent, problemMachine } from '../../../../src/core/problem/problem.ts';
import { emptyWriteUp, type WriteUp } from '../../../../src/core/problem/write-up.ts';
import { ben, nameOfEffect, zero } from '../../../support/given.ts';

type Saved = Extract<ProblemEvent, { type: 'saved' }>;
const about = (problem: string): WriteUp => ({ ...emptyWriteUp, problem });
const saved = (problem: string | WriteUp, over: Partial<Saved> = {}): Saved => ({
  type: 'saved', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, writeUp: typeof problem === 'string' ? about(problem) : problem, isSubmitted: true, ...over,
});
const share = (problem: string | WriteUp, cameOf: CameOf | null = null): Saved => saved(problem, { isShared: true, cameOf });
const draft = (problem: string): Saved => saved(problem, { isSubmitted: false });
const discussed: ProblemEvent = { type: 'discussed', by: ben.id, in: { session: sessionId('s1'), turn: 0 } };

/** The chat as people see it: what each effect that is carried out shows. */
class Chat {
  state: Problem | null = null;
  did: readonly string[] = [];
  readonly cards = new Map<string, Message>();
  readonly posts: string[] = [];

  when(...events: readonly ProblemEvent[]): this {
    for (const event of events) {
      const stepped = problemMachine.step(this.state, event, { at: zero, rate: 1 });
      if (stepped.kind === 'refused') throw new Error(stepped.refusal.reason);
      this.state = stepped.state;
      this.did = stepped.effects.map(nameOfEffect).filter((name) => !name.startsWith('tell'));
      for (const effect of stepped.effects) {
        if (effect.do !== 'post' && effect.do !== 'edit') continue;
        const shown = problemMachine.draw(this.state, effect.slot, { at: zero, rate: 1 });
        if (effect.do === 'post') this.posts.push(effect.slot);
        if (shown !== null) this.cards.set(effect.slot, shown);
      }
    }
    return this;
  }

  /** As it would be drawn now. */
  drawn(slot: string): Message | null {
    return this.state === null ? null : problemMachine.draw(this.state, slot, { at: zero, rate: 1 });
  }

  card(slot: string): SharedProblemMessage {
    const message = this.cards.get(slot);
    if (message?.card !== 'shared-problem') throw new Error(`nothing in ${slot}`);
    return message;
  }
}
const textsOf = ({ fields }: SharedProblemMessage): readonly string[] => fields.map(({ text }) => text);

describe('Shared with the group', () => {
  test('it is submitted, told and posted, once however often it is pressed', () => {
    const chat = new Chat().when(share('Mine'));
    expect([chat.state?.status, chat.state?.isShared, chat.did]).toEqual(['ready', true, ['post shared-1-0']]);
    expect(chat.card('shared-1-0')).toMatchObject({ owner: 'Ben', state: 'open', isChanged: false, page: 1, pageCount: 1, fields: [{ field: 'problem', text: 'Mine' }] });
    expect(chat.when(share('Mine')).did).toEqual([]);
    expect(chat.when(share({ ...about('Mine'), specific: 'yes' })).did).toEqual([]);
  });

  test('changed and shared again it changes where it stands', () => {
    const chat = new Chat().when(share('Mine'), share('Mine, better'));
    expect([chat.did, chat.posts]).toEqual([['edit shared-1-0'], ['shared-1-0']]);
    expect(chat.card('shared-1-0')).toMatchObject({ isChanged: true, fields: [{ text: 'Mine, better' }] });
  });

  test('what is submitted since stays its owner\'s until it is shared too', () => {
    const chat = new Chat().when(share('Mine'), saved('Not for you yet'));
    expect([chat.did, chat.state?.isShared]).toEqual([[], true]);
    expect(chat.drawn('shared-1-0')).toMatchObject({ fields: [{ text: 'Mine' }] });
  });

  test('withdrawn it says so and holds no word; shared anew it is posted anew', () => {
    const chat = new Chat().when(share('Mine'), draft('Mine'));
    expect([chat.state?.status, chat.state?.isShared, chat.did]).toEqual(['draft', false, ['edit shared-1-0']]);
    expect(chat.card('shared-1-0')).toMatchObject({ state: 'closed', fields: [] });
    expect(chat.when(share('Mine')).did).toEqual(['post shared-2-0']);
    expect([chat.card('shared-1-0').state, chat.card('shared-2-0').state]).toEqual(['closed', 'open']);
    expect(chat.drawn('shared-1-0')).toMatchObject({ state: 'closed', fields: [] });
  });

  test('discussed it stays to be read, and the next problem is another', () => {
    const chat = new Chat().when(share('Mine'), discussed);
    expect([chat.did, chat.card('shared-1-0').state, textsOf(chat.card('shared-1-0'))]).toEqual([['edit shared-1-0'], 'discussed', ['Mine']]);
    chat.when(draft('Another'), share('Another'));
    expect([chat.did, textsOf(chat.card('shared-1-0')), textsOf(chat.card('shared-2-0'))]).toEqual([['post shared-2-0'], ['Mine'], ['Another']]);
  });

  test('brought again it shows what came of it before', () => {
    const before = { text: 'Try a quiz', dueOn: '2026-12-19', outcome: 'partly', line: '' } as const;
    const chat = new Chat().when(share('Mine', before));
    expect(chat.card('shared-1-0').fields.map(({ field, text }) => [field, text])).toEqual([['lastResponse', 'Try a quiz'], ['lastDueOn', '2026-12-19'], ['lastOutcome', 'partly'], ['problem', 'Mine']]);
    expect(chat.when(share('Mine', { ...before, outcome: 'done' })).did).toEqual(['edit shared-1-0']);
  });

  test('longer than one card it goes on on the next, and a card that is not needed any more says so', () => {
    const long = { ...about('p"'.repeat(999)), evidence: 'e"'.repeat(999), context: 'c"'.repeat(999), why: 'w"'.repeat(999), frameworkSection: 'f"'.repeat(999) };
    const chat = new Chat().when(share('Short'), share(long));
    expect(chat.did).toEqual(['edit shared-1-0', 'post shared-1-1']);
    expect([...textsOf(chat.card('shared-1-0')), ...textsOf(chat.card('shared-1-1'))].join('')).toBe([long.problem, long.evidence, long.context, long.why, long.frameworkSection].join(''));
    chat.when(share('Short again'));
    expect([chat.did, chat.card('shared-1-1')]).toEqual([['edit shared-1-0', 'edit shared-1-1'], expect.objectContaining({ state: 'left-over', fields: [] })]);
  });

  test('another slot shows nothing', () => {
    const chat = new Chat().when(share('Mine'));
    expect(['shared-1', 'phase-1', 'shared-1-0-x'].map((slot) => chat.drawn(slot))).toEqual([null, null, null]);
    expect(new Chat().when(draft('Mine')).drawn('shared-1-0')).toBeNull();
  });
});

test('in whatever order things are done, one card at most is open, it shows what was shared last, and drafts are nowhere', () => {
  const text = fc.constantFrom('a', 'b', 'c');
  const act = fc.oneof(
    text.map((word) => share(`shared ${word}`)), text.map((word) => saved(`submitted ${word}`)), text.map((word) => draft(`draft ${word}`)), fc.constant(discussed),
    fc.constant<ProblemEvent>({ type: 'brought-again', tenant: tenantId('t1'), community: conversationId('19:c'), by: ben, writeUp: emptyWriteUp }),
  );
  fc.assert(fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
    const chat = new Chat();
    for (const event of acts) {
      if (chat.state === null && event.type !== 'saved') continue;
      if (event.type === 'brought-again' && chat.state?.status !== 'discussed') continue;
      chat.when(event);
    }
    const cards = [...chat.cards.values()] as readonly SharedProblemMessage[];
    const open = cards.filter(({ state }) => state === 'open');
    expect(open.length).toBe(chat.state?.isShared === true ? 1 : 0);
    expect(open.flatMap(textsOf)).toEqual(open.length === 0 ? [] : [chat.state?.sharing?.writeUp.problem]);
    expect(cards.flatMap(textsOf).filter((shown) => !shown.startsWith('shared'))).toEqual([]);
    expect(new Set(chat.posts).size).toBe(chat.posts.length);
  }), { numRuns: 300 });
});
