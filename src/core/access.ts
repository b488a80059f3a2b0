// Who sees what: one table from thing to role (product.md 2, 5, 7; domain.md 1.5). Every door asks it before it reads.
// Who may do what is another matter (session/rights.ts). What somebody is, is decided from the identity Teams vouches for
// and from what is stored, never from a card.

import type { ConversationId, PersonId, TenantId } from './keys.ts';

/** How somebody stands to a thing of a community. One may stand in several ways; what any of them allows counts. */
export const roles = ['owner', 'member', 'former', 'coordinator', 'other-community', 'other-tenant'] as const;
export type Role = (typeof roles)[number];

/** `merged`: only in figures over at least so many people that nobody shows (core/report/merged.ts). */
export type Sight = 'yes' | 'merged' | 'no';

type Row = readonly [owner: Sight, member: Sight, former: Sight, coordinator: Sight, otherCommunity: Sight, otherTenant: Sight];

/**
 * `owner`: whose it is, or who said it; that stays theirs after they left. Things without an owner say no there: whoever is
 * in the group sees them as a member. `coordinator`: of the coordinator's part alone; one who is in the group is a member too.
 */
const table = {
  //                       owner     member    former    coordinator  other community  other tenant
  // A write-up is its owner's until the session posts it or they share it ahead (domain.md 1.5); ready is not shared.
  'draft':                ['yes',    'no',     'no',     'no',        'no',            'no'],
  'ready-write-up':       ['yes',    'no',     'no',     'no',        'no',            'no'],
  // Shared ahead or posted by the session, with the questions asked about it.
  'shared-write-up':      ['yes',    'yes',    'no',     'no',        'no',            'no'],
  'session':              ['no',     'yes',    'no',     'no',        'no',            'no'],
  // The whole record also tells what others said, so that somebody who left keeps only what is their own.
  'record':               ['no',     'yes',    'no',     'no',        'no',            'no'],
  'note':                 ['yes',    'yes',    'no',     'no',        'no',            'no'],
  'action':               ['yes',    'yes',    'no',     'no',        'no',            'no'],
  // What came of one action. A coordinator outside the group has it in merged figures alone.
  'outcome':              ['yes',    'yes',    'no',     'merged',    'no',            'no'],
  // The same by month and as a whole, in `report`.
  'outcome-figures':      ['no',     'yes',    'no',     'merged',    'no',            'no'],
  // Names of who is ready: content is not told, yet it is about persons, and more than who came.
  'readiness':            ['no',     'yes',    'no',     'no',        'no',            'no'],
  'attendance':           ['no',     'yes',    'no',     'yes',       'no',            'no'],
  'settings':             ['no',     'yes',    'no',     'yes',       'no',            'no'],
  'calendar-file':        ['no',     'yes',    'no',     'yes',       'no',            'no'],
  // Who could not be reached and why is for the one who can mend it (product.md 7), not for the person's colleagues.
  'delivery-report':      ['no',     'no',     'no',     'yes',       'no',            'no'],
  // What the two agreed, promised and said of their meetings: theirs alone, like what is said in private.
  'pair':                 ['yes',    'no',     'no',     'no',        'no',            'no'],
  // Who is whose buddy is announced to the group.
  'pairs':                ['yes',    'yes',    'no',     'yes',       'no',            'no'],
  // Who meets, who waits, whom messages do not reach: activity, for the one who can help (product.md 7).
  'pair-activity':        ['yes',    'no',     'no',     'yes',       'no',            'no'],
  // Of it the coordinator sees the school, as a reason of a proposed pair.
  'profile':              ['yes',    'no',     'no',     'no',        'no',            'no'],
  // The day itself; who is proposed for the chair because of it, the lobby tells.
  'birthday':             ['yes',    'no',     'no',     'no',        'no',            'no'],
} as const satisfies Readonly<Record<string, Row>>;

export type Thing = keyof typeof table;
export const things = Object.keys(table) as readonly Thing[];

/** The most that any of these roles sees of the thing; nothing for no role at all. */
export function maySee(thing: Thing, ...as: readonly Role[]): Sight {
  const sights = as.map((role) => table[thing][roles.indexOf(role)]);
  return sights.includes('yes') ? 'yes' : sights.includes('merged') ? 'merged' : 'no';
}

/** Somebody who asks, as Teams vouches for them, with what is stored of them (null: nothing). */
export interface Asker {
  readonly tenant: TenantId;
  readonly person: PersonId;
  /** The asking came from the community's own chat, which Teams keeps for its members. */
  readonly isInChat: boolean;
  readonly known: { readonly communities: readonly { readonly conversation: ConversationId }[]; readonly formerly?: readonly ConversationId[] } | null;
}

/** The community a thing belongs to. `members` attended; many more may be in its chat. */
export interface Place {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly coordinator: { readonly id: PersonId } | null;
  readonly members: Readonly<Record<PersonId, unknown>>;
  /** Members who left its chat. */
  readonly former?: Readonly<Record<PersonId, unknown>>;
}

/**
 * Every role of whoever asks, towards a thing of `place`; `owner`: whose thing it is. Across tenants there is one role
 * alone, whatever else would fit: ids are told apart by tenant, and no two tenants share anything (product.md 7).
 */
export function rolesOf(asker: Asker, place: Place, owner: PersonId | null = null): readonly Role[] {
  if (asker.tenant !== place.tenant) return ['other-tenant'];
  const isOwner = owner === asker.person;
  const isCoordinator = place.coordinator?.id === asker.person;
  const belongs = membershipOf(asker, place);
  const standing: readonly Role[] = belongs === null ? (isCoordinator ? [] : ['other-community']) : [belongs];
  return [...(isOwner ? ['owner'] as const : []), ...standing, ...(isCoordinator ? ['coordinator'] as const : [])];
}

/** Who writes in the chat is in it, whatever was stored before; who left it is out, however often they had attended. */
function membershipOf({ person, isInChat, known }: Asker, { conversation, members, former = {} }: Place): 'member' | 'former' | null {
  if (isInChat) return 'member';
  if (known?.formerly?.includes(conversation) || Object.hasOwn(former, person)) return 'former';
  const wasSeen = known?.communities.some((each) => each.conversation === conversation) ?? false;
  return wasSeen || Object.hasOwn(members, person) ? 'member' : null;
}
