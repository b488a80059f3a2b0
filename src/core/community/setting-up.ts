// `set up`: the settings and the next meeting, saved by the coordinator.

import { localDate, localTime } from '../calendar/local-time.ts';
import { conversationKey } from '../keys.ts';
import { type Effect, moved, refused, type Stepped } from '../machine.ts';
import type { Community } from './community.ts';
import { mayContinue, takenOver } from './continuing.ts';
import type { CommunityEvent } from './events.ts';
import { tellSession } from './telling.ts';

type Of<T extends CommunityEvent['type']> = Extract<CommunityEvent, { type: T }>;

/** The meeting as the form has it; what was done for another one was done for that one. */
function meetingAt(community: Community, { nextMeetingAt, settings }: Of<'set-up'>): Pick<Community, 'meeting' | 'nextMeetingAt' | 'planned'> {
  const meeting = nextMeetingAt === null ? null : { date: localDate(nextMeetingAt, settings.zone), time: localTime(nextMeetingAt, settings.zone) };
  return { meeting, nextMeetingAt, planned: nextMeetingAt === community.nextMeetingAt ? community.planned : { done: [] } };
}

/** The coordinator is whoever first ran `set up`, else `start` (product.md 2). */
export function setUp(community: Community, event: Of<'set-up'>): Stepped<Community> {
  const present = community.isSetUp ? community.coordinator : null;
  if (present !== null && present.id !== event.by.id) return refused({ reason: 'coordinator-only', coordinator: present.name });
  const saved: Community = { ...community, coordinator: event.by, isSetUp: true, settings: event.settings, ...meetingAt(community, event) };
  const continued = event.continues ?? null;
  // The same form saved again goes on from where it did.
  const isNew = continued !== null && continued.from !== community.continues;
  if (isNew && !mayContinue(community)) return refused({ reason: 'continue-too-late' });
  const next = isNew ? takenOver(saved, continued, { by: event.by.name, place: event.place ?? null }) : { state: saved, effects: [] };
  const spoken: Effect = {
    do: 'tell', key: conversationKey(community.tenant, community.conversation), kind: 'conversation', event: { type: 'language-chosen', language: event.settings.language },
  };
  const told = tellSession(saved, { type: 'meeting-known', nextMeetingAt: event.nextMeetingAt });
  return moved(next.state, [...told, spoken, ...next.effects], { kind: 'done' });
}
