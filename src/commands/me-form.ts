// `me`: what somebody says of themselves, shown to them alone and saved (product.md 3). A form in which something is wrong
// comes back with everything typed; a button beside Save does what it says and leaves the rest of the form as it was typed.

import { personKey } from '../core/keys.ts';
import { addDays, isZone, localDate } from '../core/calendar/local-time.ts';
import { spokenDate } from '../core/calendar/spoken-date.ts';
import { isTimeOfDay } from '../core/calendar/spoken-time.ts';
import { type Birthday, parseBirthday } from '../core/community/birthday.ts';
import { defaultSettings } from '../core/community/community.ts';
import type { MeError, MeMessage, MeTyped } from '../core/messages.ts';
import type { Member, PersonEvent } from '../core/person/person.ts';
import { blankProfile, type Profile, profileMaxChars, type SchoolPhase } from '../core/person/profile.ts';
import type { MeSubmission } from '../cards/submissions/me-form.ts';
import { nameOfChat } from './continuing.ts';
import { aloneTo } from './alone.ts';
import { type Caller, communityOf, type Desk, memberOf, refusal, type Reply } from './desk.ts';
import { birthdayWords, dateWords } from './words.ts';

const pauseDays = 14;

/** The form as it stands. */
export const openMe = async (desk: Desk, caller: Caller): Promise<Reply> => aloneTo(desk, caller, await shownMe(desk, caller, { isOpen: true }));

/** One of the buttons of the form. */
export async function pressMe(desk: Desk, caller: Caller, submission: MeSubmission): Promise<Reply> {
  const { tenant, by } = caller;
  if (submission.verb === 'me-save') return saveMe(desk, caller, submission.typed);
  const shown = await shownMe(desk, caller, {});
  const until = submission.verb === 'me-pause' ? addDays(todayOf(desk, shown), pauseDays) : null;
  const event: PersonEvent = submission.verb === 'me-remind'
    ? { type: 'reminders-set', tenant, by, community: submission.community, isOff: false } : { type: 'pause-set', tenant, by, until };
  const done = submission.verb === 'me-remind' ? 'resumed' : until === null ? 'started' : 'paused';
  const { pausedUntil, ...others } = submission.typed;
  // The input of the pause shows what the button has just set, so that the next Save does not undo it.
  const typed = submission.verb === 'me-remind' ? { ...others, pausedUntil } : others;
  return advanceMe(desk, caller, { event, show: { done, isOpen: submission.isForm, typed: submission.isForm ? typed : {} } });
}

/** `me pause until 5 January`; '' for two weeks. */
export async function pauseMe(desk: Desk, caller: Caller, words: string): Promise<Reply> {
  const shown = await shownMe(desk, caller, {});
  const today = todayOf(desk, shown);
  const pause = words === '' ? { pausedUntil: addDays(today, pauseDays), errors: [], pauseDates: [] } : readPause(dateWords(words, caller), today);
  const { errors, pauseDates } = pause;
  if (errors.length > 0) return aloneTo(desk, caller, { ...shown, isOpen: true, typed: { pausedUntil: words }, errors, pauseDates });
  const { tenant, by } = caller;
  return advanceMe(desk, caller, { event: { type: 'pause-set', tenant, by, until: pause.pausedUntil }, show: { done: 'paused' } });
}

async function saveMe(desk: Desk, caller: Caller, typed: MeTyped): Promise<Reply> {
  const shown = await shownMe(desk, caller, {});
  const { profile, birthday, errors, pauseDates } = readMe(typed, caller, todayOf(desk, shown));
  if (errors.length > 0) return aloneTo(desk, caller, { ...shown, isOpen: true, typed, errors, pauseDates });
  const { tenant, by } = caller;
  return advanceMe(desk, caller, { event: { type: 'profile-saved', tenant, by, profile, birthday }, show: { done: 'saved' } });
}

type Show = Partial<Pick<MeMessage, 'isOpen' | 'done' | 'typed'>>;

/** Lets it happen, and tells how it is from now on. */
async function advanceMe(desk: Desk, caller: Caller, { event, show }: { readonly event: PersonEvent; readonly show: Show }): Promise<Reply> {
  const outcome = await desk.loop.advance(personKey(caller.tenant, caller.by.id), 'person', { event });
  return outcome.kind === 'refused' ? refusal(outcome.refusal) : aloneTo(desk, caller, await shownMe(desk, caller, show));
}

async function shownMe(desk: Desk, caller: Caller, show: Show): Promise<MeMessage> {
  const { tenant, by } = caller;
  const member = await memberOf(desk, tenant, by.id);
  const standard = member === null ? null : await standardOf(desk, member);
  const { birthday = null, profile = blankProfile, unreminded = [] } = member ?? {};
  const stopped = await Promise.all(unreminded.map(async (id) => ({ id, name: await nameOfChat(desk, tenant, id) })));
  const message: MeMessage = { card: 'me', isOpen: false, done: null, birthday, profile, typed: {}, errors: [], pauseDates: [], standard, stopped, ...show };
  const isOver = profile.pausedUntil !== null && profile.pausedUntil <= todayOf(desk, message);
  return isOver ? { ...message, profile: { ...profile, pausedUntil: null } } : message;
}

/** What all of their communities have set; null where they differ or have set nothing. */
async function standardOf(desk: Desk, { tenant, communities }: Member): Promise<MeMessage['standard']> {
  const known = await Promise.all(communities.map(({ conversation }) => communityOf(desk, tenant, conversation)));
  const all = known.flatMap((community) => (community === null ? [] : [{ zone: community.settings.zone, waking: community.settings.waking }]));
  const [first = null] = all;
  return all.every((each) => JSON.stringify(each) === JSON.stringify(first)) ? first : null;
}

/** Where they are. */
const todayOf = (desk: Desk, { profile: { zone }, standard }: Pick<MeMessage, 'profile' | 'standard'>): string =>
  localDate(desk.clock.now(), zone ?? standard?.zone ?? defaultSettings.zone);

interface ReadMe {
  readonly profile: Profile;
  readonly birthday: Birthday | null;
  readonly errors: readonly MeError[];
  readonly pauseDates: readonly string[];
}

/** What was typed, by rights only where there are no errors. `today`: `YYYY-MM-DD` where they are. */
function readMe({ birthday: day, school, schoolPhase, role, zone, wakingFrom: from, wakingTo: to, pausedUntil: until }: MeTyped, caller: Caller, today: string): ReadMe {
  const birthday = parseBirthday(birthdayWords(day, caller));
  const isWaking = isTimeOfDay(from) && isTimeOfDay(to) && from < to;
  const pause = until === '' ? { pausedUntil: null, errors: [], pauseDates: [] } : readPause(dateWords(until, caller), today);
  const faults: readonly (readonly [MeError, boolean])[] = [
    ['birthday', day !== '' && birthday === null], ['school', school.length > profileMaxChars], ['role', role.length > profileMaxChars],
    ['zone', zone !== '' && !isZone(zone)], ['waking', (from !== '' || to !== '') && !isWaking],
  ];
  return {
    // The form has read the phase from its own list.
    profile: { school, schoolPhase: schoolPhase as SchoolPhase | '', role, zone: zone === '' ? null : zone, waking: isWaking ? { from, to } : null, pausedUntil: pause.pausedUntil },
    birthday, errors: [...faults.flatMap(([error, isWrong]) => (isWrong ? [error] : [])), ...pause.errors], pauseDates: pause.pauseDates,
  };
}

/** `words` are English. The day of which they speak is the first with reminders again, so it lies ahead. */
function readPause(words: string, today: string): { readonly pausedUntil: string | null; readonly errors: readonly MeError[]; readonly pauseDates: readonly string[] } {
  const spoken = spokenDate(words, today);
  if (spoken.kind !== 'understood') return { pausedUntil: null, errors: ['pausedUntil'], pauseDates: spoken.kind === 'ambiguous' ? spoken.options : [] };
  return { pausedUntil: spoken.date, errors: spoken.date > today ? [] : ['pausedPast'], pauseDates: [] };
}
