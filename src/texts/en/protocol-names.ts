// What each protocol is called, what it calls its people, and what its lobby says beside the usual.

import type { ProtocolText } from './phases.ts';

const inRole = (role: string) => (name: string): string => `${name} (${role})`;

export const protocols = {
  'npq-community': {
    title: 'NPQ community session',
    roles: { owner: 'problem owner', peers: 'peers' },
    parts: { owner: (name) => name, peers: 'all peers' },
  },
  'consultancy': {
    title: 'Consultancy',
    roles: { presenter: 'presenter', consultants: 'consultants' },
    parts: { owner: inRole('presenter'), peers: 'all consultants' },
    noOwners: 'Nobody brings a dilemma yet. Without one there is only the debrief.',
  },
  'troika': {
    title: 'Troika Consulting',
    roles: { client: 'client', consultants: 'consultants' },
    parts: { owner: inRole('client'), peers: 'the consultants' },
    early: (length, booked) => `With this many of you it takes ${length} of the ${booked}.`,
    owners: (count) => `In, each of you client once (${count}), in turn order:`,
    noOwners: 'Nobody is in yet. Everyone who comes in is client once, whichever button they press.',
  },
  'action-learning': {
    title: 'Action learning set',
    roles: { holder: 'issue holder', members: 'set members' },
    parts: { owner: inRole('issue holder'), peers: 'all set members' },
    note: 'The chair is the set adviser: keeps the order, and sees that questions stay questions.',
    noOwners: 'Nobody brings an issue yet. Without one there is only the check-in and a look at how we work.',
  },
  'tuning': {
    title: 'Tuning',
    roles: { presenter: 'presenter', colleagues: 'colleagues' },
    parts: { owner: inRole('presenter'), peers: 'all colleagues' },
    early: (length, booked) => `It takes ${length} of the ${booked}.`,
    note: 'One person presents a piece of work: bring it with “I’m in, with a problem”. The long form is opened by: start tuning 80',
    noOwners: 'Nobody brings work yet. Without it there is nothing to tune.',
  },
  'case-study': {
    title: 'Case-study discussion',
    roles: { presenter: 'who brought the case', colleagues: 'colleagues' },
    parts: { owner: (name) => name, peers: 'all colleagues' },
    owners: (count) => `Cases brought (${count}), in turn order:`,
    note: 'Two cases, or up to four: “I’m in, with a problem” brings one. If fewer than two are brought, the rest are the chair’s.',
    noOwners: 'Nobody brings a case yet.',
  },
} satisfies Readonly<Record<string, ProtocolText>>;
