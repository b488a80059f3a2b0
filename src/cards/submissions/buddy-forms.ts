// The buttons about a buddy meeting. What they carry only says which meeting is meant, and when it was to begin on the card
// that was pressed; whether the sender is in that pair is for the receiver to check. Every input of a card comes with every
// one of its buttons, so each form allows those of its neighbours and leaves them.

import { z } from 'zod';
import type { WallTime } from '../../core/calendar/local-time.ts';
import { conversationId, type ConversationId, pairId, type PairId } from '../../core/keys.ts';
import type { Instant } from '../../core/time.ts';
import { day, ofAnotherButton, opaque, timeOfDay, typedText } from './fields.ts';

/** The buttons that carry nothing but which meeting they are about. */
export const plainBuddyVerbs = ['buddy-prepared', 'buddy-not-yet', 'buddy-cannot', 'buddy-can', 'buddy-alone', 'buddy-without-me', 'buddy-keep'] as const;
type PlainVerb = (typeof plainBuddyVerbs)[number];

interface OfPair {
  readonly community: ConversationId;
  readonly pair: PairId;
}
interface OfMeeting extends OfPair {
  readonly meeting: number;
  readonly at: Instant;
}

export type BuddyMeetingSubmission = OfMeeting & (
  | { readonly verb: PlainVerb }
  /** `to`: the alternative slot that stood on the card. */
  | { readonly verb: 'buddy-alternative'; readonly to: Instant }
  /** A date as typed and `HH:MM`, or as typed, '' for none. `sureOf`: the day off they were asked about. `opens`: the inputs are wanted first. */
  | { readonly verb: 'buddy-another'; readonly moveDate: string; readonly moveTime: string; readonly sureOf: string; readonly opens: boolean }
  /** `to`: the time that stood on the card. */
  | { readonly verb: 'buddy-suits'; readonly to: WallTime }
  /** As typed; `due`: `YYYY-MM-DD` or in words, '' for none. */
  | { readonly verb: 'buddy-met' | 'buddy-not-met'; readonly feedback: string; readonly nextAction: string; readonly due: string }
);
export type BuddySwitchSubmission = OfPair & { readonly verb: 'buddy-silent' | 'buddy-unsilent' };
export type BuddySubmission = BuddyMeetingSubmission | BuddySwitchSubmission;

/** More than this, as JSON writes it, finds no room on a card that comes back: it stays where it was typed. */
const carriedChars = 8_500;
export const isCarried = (typed: unknown): boolean => JSON.stringify(typed).length <= carriedChars;

/** Which pair. */
const ofPairFields = { community: opaque.transform(conversationId), pair: z.string().regex(/^[\w-]{1,40}$/).transform(pairId) };
const ofMeetingFields = { ...ofPairFields, meeting: z.int().min(0).max(99_999), at: z.int() };
/** Those of the reminders, and of the page of the pair, which has some of these buttons too. */
const neighbours = {
  moveDate: ofAnotherButton, moveTime: ofAnotherButton, feedback: ofAnotherButton, nextAction: ofAnotherButton, due: ofAnotherButton, chosen: ofAnotherButton, line: ofAnotherButton,
};

const form = <V extends BuddyMeetingSubmission['verb']>(verb: V) => z.strictObject({ ...neighbours, ...ofMeetingFields, verb: z.literal(verb) });
const plain = (verb: PlainVerb): z.ZodType<BuddySubmission> => form(verb).transform(({ community, pair, meeting, at }) => ({ verb, community, pair, meeting, at }));
const answer = (verb: 'buddy-met' | 'buddy-not-met'): z.ZodType<BuddySubmission> => form(verb).extend({ feedback: typedText, nextAction: typedText, due: day })
  .transform(({ community, pair, meeting, at, feedback, nextAction, due }) => ({ verb, community, pair, meeting, at, feedback, nextAction, due }));
const pairSwitch = (verb: BuddySwitchSubmission['verb']): z.ZodType<BuddySubmission> =>
  z.strictObject({ ...neighbours, ...ofPairFields, verb: z.literal(verb) }).transform(({ community, pair }) => ({ verb, community, pair }));

const wallTime = z.strictObject({ date: z.string().regex(/^\d{4}-\d\d-\d\d$/), time: z.string().regex(/^\d\d:\d\d$/) });

/** From verb to what its button sends, fresh. */
export const buddyForms: Readonly<Record<BuddySubmission['verb'], z.ZodType<BuddySubmission>>> = {
  'buddy-prepared': plain('buddy-prepared'),
  'buddy-not-yet': plain('buddy-not-yet'),
  'buddy-cannot': plain('buddy-cannot'),
  'buddy-can': plain('buddy-can'),
  'buddy-alone': plain('buddy-alone'),
  'buddy-without-me': plain('buddy-without-me'),
  'buddy-keep': plain('buddy-keep'),
  'buddy-alternative': form('buddy-alternative').extend({ to: z.int() }).transform(({ verb, community, pair, meeting, at, to }) => ({ verb, community, pair, meeting, at, to })),
  'buddy-another': form('buddy-another').extend({ moveDate: day, moveTime: timeOfDay, sureOf: day, opens: z.boolean().default(false) })
    .transform(({ verb, community, pair, meeting, at, moveDate, moveTime, sureOf, opens }) => ({ verb, community, pair, meeting, at, moveDate, moveTime, sureOf, opens })),
  'buddy-suits': form('buddy-suits').extend({ to: wallTime }).transform(({ verb, community, pair, meeting, at, to }) => ({ verb, community, pair, meeting, at, to })),
  'buddy-met': answer('buddy-met'),
  'buddy-not-met': answer('buddy-not-met'),
  'buddy-silent': pairSwitch('buddy-silent'),
  'buddy-unsilent': pairSwitch('buddy-unsilent'),
};
