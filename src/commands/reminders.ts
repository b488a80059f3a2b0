// `Stop these reminders` and its undoing, on the reminder itself: for oneself and that one community.

import { personKey } from '../core/keys.ts';
import type { OtherSubmission } from '../cards/submissions/other-forms.ts';
import { type Caller, type Desk, onBehalfOf, refusal, type Reply } from './desk.ts';

type Switch = Extract<OtherSubmission, { verb: 'nudges-off' | 'nudges-on' }>;

export async function switchReminders(desk: Desk, caller: Caller, { verb, community }: Switch): Promise<Reply> {
  if (onBehalfOf(caller, community) === null) return refusal({ reason: 'no-community' });
  const { tenant, by } = caller;
  const isOff = verb === 'nudges-off';
  await desk.loop.advance(personKey(tenant, by.id), 'person', { event: { type: 'reminders-set', tenant, by, community, isOff } });
  return { card: 'reminders', community, isOff };
}
