// The buttons of pairing. All they carry only says what is meant: whether the sender coordinates that community, and
// whether the proposal stands as it did, is for the receiver to check.

import { z } from 'zod';
import { conversationId, type ConversationId, type PairId, pairId } from '../../core/keys.ts';
import { ofAnotherButton, opaque } from './fields.ts';

type OpenVerb = 'pairs-open' | 'pairs-propose' | 'pairs-round' | 'pairs-pick' | 'pairs-see';
type ProposalVerb = 'pairs-announce' | 'pairs-again' | 'pairs-discard';
type ChangeVerb = 'pairs-swap' | 'pairs-put' | 'pairs-leave-out';

export interface BreakSubmission {
  readonly verb: 'pairs-break' | 'pairs-break-sure';
  readonly community: ConversationId;
  /** Null for none chosen. */
  readonly pair: PairId | null;
}

export interface ProposalSubmission {
  readonly verb: ProposalVerb;
  readonly community: ConversationId;
  readonly rev: number;
}

export interface ChangeSubmission {
  readonly verb: ChangeVerb;
  readonly community: ConversationId;
  readonly rev: number;
  /** Codes; '' for nobody chosen. */
  readonly person: string;
  readonly other: string;
}

export type PairsSubmission =
  | { readonly verb: OpenVerb; readonly community: ConversationId }
  | { readonly verb: 'pairs-more'; readonly community: ConversationId; readonly page: number }
  | BreakSubmission
  /** Codes of people (core/pairing/codes.ts). */
  | { readonly verb: 'pairs-make'; readonly community: ConversationId; readonly people: readonly string[] }
  | ProposalSubmission
  | ChangeSubmission;

export type PairsVerb = PairsSubmission['verb'];

const community = opaque.transform(conversationId);
const chosen = opaque.or(z.literal('')).default('');
const rev = z.int().min(0);
/** Three are a trio; what is more is told as too many. */
const peopleMax = 60;

const openForm = (verb: OpenVerb): z.ZodType<PairsSubmission> =>
  z.strictObject({ verb: z.literal(verb), community, pair: ofAnotherButton, people: ofAnotherButton }).transform(({ community: of }) => ({ verb, community: of }));
const breakForm = (verb: 'pairs-break' | 'pairs-break-sure'): z.ZodType<PairsSubmission> =>
  z.strictObject({ verb: z.literal(verb), community, pair: chosen }).transform(({ pair, ...rest }) => ({ ...rest, pair: pair === '' ? null : pairId(pair) }));
const proposalForm = (verb: ProposalVerb): z.ZodType<PairsSubmission> =>
  z.strictObject({ verb: z.literal(verb), community, rev, person: ofAnotherButton, other: ofAnotherButton }).transform(({ community: of, rev: at }) => ({ verb, community: of, rev: at }));
const changeForm = (verb: ChangeVerb): z.ZodType<PairsSubmission> => z.strictObject({ verb: z.literal(verb), community, rev, person: chosen, other: chosen });

/** From verb to what its button sends, fresh. */
export const pairsForms: Readonly<Record<PairsVerb, z.ZodType<PairsSubmission>>> = {
  'pairs-open': openForm('pairs-open'), 'pairs-propose': openForm('pairs-propose'), 'pairs-round': openForm('pairs-round'),
  'pairs-pick': openForm('pairs-pick'), 'pairs-see': openForm('pairs-see'),
  'pairs-more': z.strictObject({ verb: z.literal('pairs-more'), community, page: z.int().min(1).max(999), pair: ofAnotherButton }).transform(({ pair: _, ...rest }) => rest),
  'pairs-break': breakForm('pairs-break'), 'pairs-break-sure': breakForm('pairs-break-sure'),
  'pairs-make': z.strictObject({ verb: z.literal('pairs-make'), community, people: z.string().max(peopleMax * 100).default('') })
    .transform(({ people, ...rest }) => ({ ...rest, people: people.split(',').map((code) => code.trim()).filter((code) => code !== '').slice(0, peopleMax) })),
  'pairs-announce': proposalForm('pairs-announce'), 'pairs-again': proposalForm('pairs-again'), 'pairs-discard': proposalForm('pairs-discard'),
  'pairs-swap': changeForm('pairs-swap'), 'pairs-put': changeForm('pairs-put'), 'pairs-leave-out': changeForm('pairs-leave-out'),
};
export const pairsVerbs = Object.keys(pairsForms) as readonly PairsVerb[];
