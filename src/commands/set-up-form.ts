// `set up`: the community's settings, shown and saved.

import { communityKey } from '../core/keys.ts';
import { instantAt, isZone, localDate, localTime } from '../core/calendar/local-time.ts';
import { defaultSettings } from '../core/community/community.ts';
import type { SetUpMessage } from '../core/messages.ts';
import { findProtocol } from '../core/protocols/catalog.ts';
import type { OtherSubmission } from '../cards/submissions/other-forms.ts';
import { type Caller, communityOf, type Desk, refusal, type Reply } from './desk.ts';

/** The form with the present settings. */
export async function setUpForm(desk: Desk, { tenant, community }: Caller): Promise<Reply> {
  if (community === null) return refusal({ reason: 'community-only' });
  const known = await communityOf(desk, tenant, community);
  const { npq, zone, protocol, lengthMinutes, hasWarnings, language } = known?.settings ?? defaultSettings;
  const next = known?.nextMeetingAt ?? null;
  return {
    card: 'set-up', npq, zone, protocol, lengthMinutes, hasWarnings, language, errors: [], isSaved: false,
    nextDate: next === null ? '' : localDate(next, zone), nextTime: next === null ? '' : localTime(next, zone),
  };
}

type SetUp = Extract<OtherSubmission, { verb: 'set-up' }>;

/** Saves the settings, or shows the form again with what is wrong and everything typed still there. */
export async function saveSetUp(desk: Desk, caller: Caller, submission: SetUp): Promise<Reply> {
  const { tenant, community, by } = caller;
  if (community === null || caller.arrival.place === 'personal') return refusal({ reason: 'community-only' });
  const { npq, zone, protocol, nextDate, nextTime, warnings } = submission;
  const lengthMinutes = submission.lengthMinutes === '' ? defaultSettings.lengthMinutes : submission.lengthMinutes;
  const before = (await communityOf(desk, tenant, community))?.settings ?? defaultSettings;
  const language = submission.language === '' ? before.language : submission.language;
  const errors = faultsOf(submission, desk.clock.now());
  const form: SetUpMessage = { card: 'set-up', npq, zone, protocol, lengthMinutes, nextDate, nextTime, language, hasWarnings: warnings, errors, isSaved: errors.length === 0 };
  if (errors.length > 0) return form;
  const nextMeetingAt = nextDate === '' ? null : instantAt({ date: nextDate, time: nextTime }, zone);
  const outcome = await desk.loop.advance(communityKey(tenant, community), 'community', {
    event: { type: 'set-up', tenant, conversation: community, by, nextMeetingAt, settings: { ...before, npq, zone, protocol, lengthMinutes, language, hasWarnings: warnings } },
  });
  return outcome.kind === 'refused' ? refusal(outcome.refusal) : form;
}

/** Keys of what is wrong, for the texts. */
function faultsOf({ zone, protocol, nextDate, nextTime }: SetUp, now: number): readonly string[] {
  const faults: string[] = [];
  if (!isZone(zone)) faults.push('zone');
  if (findProtocol(protocol) === null) faults.push('protocol');
  if ((nextDate === '') !== (nextTime === '')) faults.push('nextTime');
  if (nextDate !== '' && nextTime !== '' && isZone(zone)) {
    const at = instantAt({ date: nextDate, time: nextTime }, zone);
    if (at === null) faults.push('nextDate');
    else if (at <= now) faults.push('nextDate');
  }
  return faults;
}
