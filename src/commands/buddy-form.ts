// What a pair agrees, as a form: opened, saved, and given back with every word where something is wrong with it or the other
// one has saved in between.

import { isDate } from '../core/calendar/local-time.ts';
import { pairKey } from '../core/keys.ts';
import type { BuddyFormMessage, PairOrigin } from '../core/messages.ts';
import { readAgreement, startOf } from '../core/pair/agreement-form.ts';
import type { Agreement } from '../core/pair/agreement.ts';
import { othersOf } from '../core/pair/members.ts';
import type { Pair } from '../core/pair/pair.ts';
import type { AgreementSubmission } from '../cards/submissions/agreement-form.ts';
import { aloneTo } from './alone.ts';
import { nameFor, pageOf } from './buddy-page.ts';
import { type Caller, type Desk, eventIdOf, refusal, type Reply } from './desk.ts';
import { pairOf } from './own-pair.ts';
import { dateWords } from './words.ts';

/** As JSON writes it, more than this has no room on a card: it stays on the one it was typed on. */
const typedMaxChars = 6_000;

type Besides = Partial<Pick<BuddyFormMessage, 'typed' | 'shownFirst' | 'faults' | 'asksAbout' | 'standing'>>;

/** The form as it is to be filled in now; `besides`: what was typed, and what there is to say of it. */
export async function formOf(desk: Desk, caller: Caller, { pair, ...besides }: Besides & { readonly pair: Pair }): Promise<BuddyFormMessage> {
  const start = startOf(pair.agreement, pair.days, desk.clock.now());
  return {
    card: 'buddy-form', ofPair: { community: pair.conversation, pair: pair.id }, communityName: await nameFor(desk, caller, pair.conversation), others: othersOf(pair, caller.by.id).map(({ name }) => name),
    rev: pair.rev, isFirst: pair.agreement === null, shownFirst: start.first, typed: start, faults: [], asksAbout: null, standing: null, ...besides,
  };
}

export async function openAgreement(desk: Desk, caller: Caller, ofPair: PairOrigin): Promise<Reply> {
  const pair = await pairOf(desk, caller, ofPair);
  return pair === null ? refusal({ reason: 'no-pair' }) : aloneTo(desk, caller, await formOf(desk, caller, { pair }));
}

/** Saves what was agreed, or gives the form back. */
export async function saveAgreement(desk: Desk, caller: Caller, submission: AgreementSubmission): Promise<Reply> {
  const { ofPair, rev, typed, sureOf } = submission;
  const pair = await pairOf(desk, caller, ofPair);
  if (pair === null) return refusal({ reason: 'no-pair' });
  const lengthChars = JSON.stringify(typed).length;
  if (lengthChars > typedMaxChars) return refusal({ reason: 'too-long', what: 'agreement', maxChars: typedMaxChars, lengthChars });
  const shownFirst = isDate(submission.shownFirst) ? submission.shownFirst : '';
  const ground = { now: desk.clock.now(), before: pair.agreement, days: pair.days, shownFirst };
  const read = readAgreement({ ...typed, first: dateWords(typed.first, caller) }, ground);
  const isRead = isDate(read.typed.first);
  const again = { typed: { ...read.typed, first: isRead ? read.typed.first : typed.first }, shownFirst: isRead ? read.typed.first : shownFirst };
  if (read.agreement === null) return aloneTo(desk, caller, await formOf(desk, caller, { pair, ...again, faults: read.faults }));
  if (read.dayOff !== null && sureOf !== read.typed.first) return aloneTo(desk, caller, await formOf(desk, caller, { pair, ...again, asksAbout: read.dayOff }));
  return saved(desk, caller, { pair, rev, agreement: read.agreement, again });
}

interface Saving {
  readonly pair: Pair;
  readonly rev: number;
  readonly agreement: Agreement;
  /** The form as it comes back. */
  readonly again: Besides;
}

/** The pair's own word counts: what somebody else has saved since the form was opened is shown, and may be replaced. */
async function saved(desk: Desk, caller: Caller, { pair, rev, agreement, again }: Saving): Promise<Reply> {
  const { tenant, by } = caller;
  const event = { type: 'agreement-saved', by, rev, agreement } as const;
  const eventId = eventIdOf('agreement', by.id, pair.id, rev, JSON.stringify(agreement));
  const outcome = await desk.loop.advance(pairKey(tenant, pair.conversation, pair.id), 'pair', { event, eventId });
  const now = await pairOf(desk, caller, { community: pair.conversation, pair: pair.id });
  if (now === null) return refusal({ reason: 'no-pair' });
  if (outcome.kind !== 'refused' && now.agreement !== null) return aloneTo(desk, caller, await pageOf(desk, caller, { pair: { ...now, agreement: now.agreement }, done: 'agreed' }));
  if (outcome.kind === 'refused' && now.rev === rev) return refusal(outcome.refusal);
  return aloneTo(desk, caller, await formOf(desk, caller, { pair: now, ...again, standing: now.agreement }));
}
