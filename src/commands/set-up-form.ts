// `set up`: the community's settings, shown and saved.

import { communityKey, partitionOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import { instantAt, isDate, isZone, localDate, localTime } from '../core/calendar/local-time.ts';
import { spokenDate } from '../core/calendar/spoken-date.ts';
import { isTimeOfDay } from '../core/calendar/spoken-time.ts';
import { type Community, defaultSettings } from '../core/community/community.ts';
import { continuedFrom, mayBeContinuedBy, mayContinue, settingsFrom } from '../core/community/continuing.ts';
import type { Settings } from '../core/community/events.ts';
import type { SetUpMessage } from '../core/messages.ts';
import { findProtocol } from '../core/protocols/catalog.ts';
import type { SetUpForm } from '../cards/submissions/set-up-form.ts';
import { continuable, nameOfChat } from './continuing.ts';
import { type Caller, communityOf, type Desk, refusal, type Reply, zoneOf } from './desk.ts';
import { dayOffToAsk, meetingsToCome, plannedMeeting, planningFields, readPlanning, typedPlanning } from './set-up-planning.ts';
import { dateWords } from './words.ts';

/** The form with the present settings: first the short one, so that a telephone shows little. */
export async function setUpForm(desk: Desk, caller: Caller): Promise<Reply> {
  const { tenant, community } = caller;
  if (community === null) return refusal({ reason: 'community-only' });
  const known = await communityOf(desk, tenant, community);
  const settings = known?.settings ?? defaultSettings;
  const now = desk.clock.now();
  const next = plannedMeeting(known, now);
  return {
    ...blank, ...fieldsOf(settings), continuable: await continuable(desk, caller, known),
    planning: planningFields(settings, localDate(now, settings.zone)), nextDate: next?.date ?? '', nextTime: next?.time ?? '',
  };
}

const blank = { card: 'set-up', errors: [], closedFaults: [], asksAbout: null, isWhole: false, isSaved: false, continues: null, meetings: [], calendar: null } as const;

const fieldsOf = ({ npq, zone, protocol, lengthMinutes, hasWarnings, movesOn, language }: Settings) => ({ npq, zone, protocol, lengthMinutes, hasWarnings, movesOn, language });

/** Saves the settings, or shows the form again with what is wrong and everything typed still there; `set-up-more` only shows the whole of it. */
export async function saveSetUp(desk: Desk, caller: Caller, typed: SetUpForm): Promise<Reply> {
  const { tenant, community } = caller;
  if (community === null || caller.arrival.place === 'personal') return refusal({ reason: 'community-only' });
  const known = await communityOf(desk, tenant, community);
  const { submission, nextDates } = inDates(typed, caller, localDate(desk.clock.now(), zoneOf(known)));
  const chosen = await chosenToContinue(desk, caller, { submission, known });
  const read = readForm(submission, { known, from: chosen.from, now: desk.clock.now() });
  const errors = [...read.errors, ...chosen.errors];
  const asksAbout = errors.length === 0 ? dayOffToAsk(submission.nextDate, submission, read.settings) : null;
  if (errors.length === 0 && asksAbout === null && submission.verb === 'set-up') return saved(desk, caller, { submission, chosen, settings: read.settings });
  const isAsked = submission.verb === 'set-up-more';
  const offered = await continuable(desk, caller, known);
  const { nextDate, nextTime, isWhole } = submission;
  return {
    ...blank, ...fieldsOf(read.settings), planning: read.planning, nextDate, nextTime, continuable: offered,
    ...(isAsked ? {} : { errors, nextDates, closedFaults: read.closedFaults, asksAbout }),
    isWhole: isWhole || isAsked || errors.some((error) => wholeOnly.has(error)),
    continues: chosen.named ?? offered.find(({ id }) => id === submission.continues) ?? null,
  };
}

/** The form with its date by the calendar where the words mean one; else as typed, with the dates that they may mean. */
function inDates(typed: SetUpForm, caller: Caller, today: string): { readonly submission: SetUpForm; readonly nextDates: readonly string[] } {
  const spoken = spokenDate(dateWords(typed.nextDate, caller), today);
  return { submission: spoken.kind === 'understood' ? { ...typed, nextDate: spoken.date } : typed, nextDates: spoken.kind === 'ambiguous' ? spoken.options : [] };
}

/** What is wrong with inputs that only the whole form has. */
const wholeOnly: ReadonlySet<string> = new Set(['waking', 'closed']);

interface Saved {
  readonly submission: SetUpForm;
  readonly chosen: Chosen;
  readonly settings: Settings;
}

/** Lets the community have it, and tells what it has now. */
async function saved(desk: Desk, caller: Caller, { submission, chosen, settings }: Saved): Promise<Reply> {
  const { tenant, community, by } = caller;
  if (community === null) return refusal({ reason: 'community-only' });
  const { nextDate, nextTime } = submission;
  const nextMeetingAt = nextDate === '' ? null : instantAt({ date: nextDate, time: nextTime }, settings.zone);
  const place = caller.arrival.placeName ?? await nameOfChat(desk, tenant, community);
  const continues = chosen.from === null ? null : continuedFrom(chosen.from);
  const outcome = await desk.loop.advance(communityKey(tenant, community), 'community', {
    event: { type: 'set-up', tenant, conversation: community, by, nextMeetingAt, settings, continues, place, thread: caller.arrival.address.thread },
  });
  if (outcome.kind === 'refused') return refusal(outcome.refusal);
  const { meeting } = outcome.state as Community;
  return {
    ...blank, ...fieldsOf(settings), continuable: [], continues: chosen.named, isSaved: true,
    planning: planningFields(settings, localDate(desk.clock.now(), settings.zone)),
    // A wall time that the clocks leave out is saved as the one that comes instead, and shown so (domain.md 2).
    ...wallTimeOf(nextMeetingAt, settings.zone),
    meetings: meetingsToCome(meeting, settings), calendar: meeting === null ? null : { partition: partitionOf(tenant, community), url: null },
  };
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
async function chosenToContinue(desk: Desk, { tenant, by, community: here }: Caller, { submission, known }: { readonly submission: SetUpForm; readonly known: Community | null }): Promise<Chosen> {
  const none: Chosen = { from: null, named: null, errors: [] };
  if (submission.continues === null) return none;
  const from = await communityOf(desk, tenant, submission.continues);
  if (from === null || from.conversation === here || !mayBeContinuedBy(from, by.id)) return { ...none, errors: ['continues'] };
  const named = { id: from.conversation, name: await nameOfChat(desk, tenant, from.conversation) };
  if (known?.continues === from.conversation) return { ...none, named };
  return mayContinue(known) ? { from, named, errors: [] } : { ...none, errors: ['continuesLate'] };
}

interface Known {
  readonly known: Community | null;
  readonly from: Community | null;
  readonly now: Instant;
}

/** As typed; of a community that goes on here, its own where the form was left as it was. What the form left out stays. */
function readForm(form: SetUpForm, { known, from, now }: Known) {
  const shown = known?.settings ?? defaultSettings;
  const zone = form.zone ?? (form.isWhole ? '' : shown.zone);
  const lengthMinutes = form.lengthMinutes === '' ? shown.lengthMinutes : form.lengthMinutes;
  const movesOn = form.movesOn === '' ? shown.movesOn : form.movesOn;
  const language = form.language === '' ? shown.language : form.language;
  const planning = typedPlanning(form, planningFields(shown, localDate(now, shown.zone)));
  const read = readPlanning(planning, form.nextDate, { settings: shown, meeting: known?.meeting ?? null, now });
  const typed: Settings = { ...shown, npq: form.npq, zone, protocol: form.protocol, lengthMinutes, movesOn, language, hasWarnings: form.warnings ?? shown.hasWarnings, ...read.settings };
  const settings = from === null ? typed : settingsFrom(from.settings, { shown, typed });
  const { nextDate, nextTime } = form;
  return { settings, planning, closedFaults: read.closedFaults, errors: [...faultsOf({ ...settings, nextDate, nextTime }, now), ...read.errors] };
}

type Typed = Settings & Pick<SetUpForm, 'nextDate' | 'nextTime'>;

/** Keys of what is wrong, for the texts. */
function faultsOf({ zone, protocol, lengthMinutes, nextDate, nextTime }: Typed, now: number): readonly string[] {
  const faults: string[] = [];
  const fits = findProtocol(protocol)?.fits;
  if (!isZone(zone)) faults.push('zone');
  if (fits === undefined) faults.push('protocol');
  else if (!fits.some((fit) => fit.lengthMinutes === lengthMinutes)) faults.push('lengthMinutes');
  if ((nextDate === '') !== (nextTime === '') || (nextTime !== '' && !isTimeOfDay(nextTime))) faults.push('nextTime');
  if (nextDate !== '' && !isDate(nextDate)) faults.push('nextDate');
  if (nextDate !== '' && nextTime !== '' && isZone(zone)) {
    const at = instantAt({ date: nextDate, time: nextTime }, zone);
    if (at !== null && at <= now) faults.push('nextDate');
  }
  return faults;
}
