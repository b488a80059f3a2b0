// `set up`: the community's settings, shown and saved.

import { communityKey } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import { instantAt, isZone, localDate, localTime } from '../core/calendar/local-time.ts';
import { type Community, defaultSettings } from '../core/community/community.ts';
import { continuedFrom, mayBeContinuedBy, mayContinue, settingsFrom } from '../core/community/continuing.ts';
import type { Settings } from '../core/community/events.ts';
import type { SetUpMessage } from '../core/messages.ts';
import { findProtocol } from '../core/protocols/catalog.ts';
import type { OtherSubmission } from '../cards/submissions/other-forms.ts';
import { continuable, nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, refusal, type Reply } from './desk.ts';

/** The form with the present settings. */
export async function setUpForm(desk: Desk, caller: Caller): Promise<Reply> {
  const { tenant, community } = caller;
  if (community === null) return refusal({ reason: 'community-only' });
  const known = await communityOf(desk, tenant, community);
  const settings = known?.settings ?? defaultSettings;
  const { zone } = settings;
  const next = known?.nextMeetingAt ?? null;
  return {
    card: 'set-up', ...fieldsOf(settings), errors: [], isSaved: false, continues: null, continuable: await continuable(desk, caller, known),
    nextDate: next === null ? '' : localDate(next, zone), nextTime: next === null ? '' : localTime(next, zone),
  };
}

const fieldsOf = ({ npq, zone, protocol, lengthMinutes, hasWarnings, movesOn, language }: Settings) => ({ npq, zone, protocol, lengthMinutes, hasWarnings, movesOn, language });

type SetUp = Extract<OtherSubmission, { verb: 'set-up' }>;

/** Saves the settings, or shows the form again with what is wrong and everything typed still there. */
export async function saveSetUp(desk: Desk, caller: Caller, submission: SetUp): Promise<Reply> {
  const { tenant, community, by } = caller;
  if (community === null || caller.arrival.place === 'personal') return refusal({ reason: 'community-only' });
  const known = await communityOf(desk, tenant, community);
  const chosen = await chosenToContinue(desk, caller, { submission, known });
  const settings = settingsOf(submission, known, chosen.from);
  const { nextDate, nextTime } = submission;
  const errors = [...faultsOf({ ...settings, nextDate, nextTime }, desk.clock.now()), ...chosen.errors];
  const offered = errors.length === 0 ? [] : await continuable(desk, caller, known);
  const form: SetUpMessage = {
    card: 'set-up', ...fieldsOf(settings), nextDate, nextTime, errors, isSaved: errors.length === 0,
    continues: chosen.named ?? offered.find(({ id }) => id === submission.continues) ?? null, continuable: offered,
  };
  if (errors.length > 0) return form;
  const nextMeetingAt = nextDate === '' ? null : instantAt({ date: nextDate, time: nextTime }, settings.zone);
  const place = caller.arrival.placeName ?? await nameOfChat(desk, tenant, community);
  const continues = chosen.from === null ? null : continuedFrom(chosen.from);
  const outcome = await desk.loop.advance(communityKey(tenant, community), 'community', {
    event: { type: 'set-up', tenant, conversation: community, by, nextMeetingAt, settings, continues, place, thread: caller.arrival.address.thread },
  });
  // A wall time that the clocks leave out is saved as the one that comes instead, and shown so (domain.md 2).
  return outcome.kind === 'refused' ? refusal(outcome.refusal) : { ...form, ...wallTimeOf(nextMeetingAt, settings.zone) };
}

const wallTimeOf = (at: Instant | null, zone: string): Pick<SetUpMessage, 'nextDate' | 'nextTime'> =>
  (at === null ? { nextDate: '', nextTime: '' } : { nextDate: localDate(at, zone), nextTime: localTime(at, zone) });

interface Chosen {
  /** Null for a new community, and for one that already goes on here. */
  readonly from: Community | null;
  readonly named: SetUpMessage['continues'];
  readonly errors: readonly string[];
}

/** The community that shall go on here, if the sender may let it: a card's word for it counts for nothing. */
async function chosenToContinue(desk: Desk, { tenant, by, community: here }: Caller, { submission, known }: { readonly submission: SetUp; readonly known: Community | null }): Promise<Chosen> {
  const none: Chosen = { from: null, named: null, errors: [] };
  if (submission.continues === null) return none;
  const from = await communityOf(desk, tenant, submission.continues);
  if (from === null || from.conversation === here || !mayBeContinuedBy(from, by.id)) return { ...none, errors: ['continues'] };
  const named = { id: from.conversation, name: await nameOfChat(desk, tenant, from.conversation) };
  if (known?.continues === from.conversation) return { ...none, named };
  return mayContinue(known) ? { from, named, errors: [] } : { ...none, errors: ['continuesLate'] };
}

/** As typed; of a community that goes on here, its own where the form was left as it was. What a client left out stays. */
function settingsOf(submission: SetUp, known: Community | null, from: Community | null): Settings {
  const shown = known?.settings ?? defaultSettings;
  const { npq, zone, protocol, warnings } = submission;
  const lengthMinutes = submission.lengthMinutes === '' ? shown.lengthMinutes : submission.lengthMinutes;
  const movesOn = submission.movesOn === '' ? shown.movesOn : submission.movesOn;
  const language = submission.language === '' ? shown.language : submission.language;
  const typed: Settings = { ...shown, npq, zone, protocol, lengthMinutes, movesOn, language, hasWarnings: warnings };
  return from === null ? typed : settingsFrom(from.settings, { shown, typed });
}

type Typed = Settings & Pick<SetUp, 'nextDate' | 'nextTime'>;

/** Keys of what is wrong, for the texts. */
function faultsOf({ zone, protocol, lengthMinutes, nextDate, nextTime }: Typed, now: number): readonly string[] {
  const faults: string[] = [];
  const fits = findProtocol(protocol)?.fits;
  if (!isZone(zone)) faults.push('zone');
  if (fits === undefined) faults.push('protocol');
  else if (!fits.some((fit) => fit.lengthMinutes === lengthMinutes)) faults.push('lengthMinutes');
  if ((nextDate === '') !== (nextTime === '')) faults.push('nextTime');
  if (nextDate !== '' && nextTime !== '' && isZone(zone)) {
    const at = instantAt({ date: nextDate, time: nextTime }, zone);
    if (at === null) faults.push('nextDate');
    else if (at <= now) faults.push('nextDate');
  }
  return faults;
}
