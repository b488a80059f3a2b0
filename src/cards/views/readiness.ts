// The cards ahead of a planned meeting: the reminder, the page for a new chair, the pack to read, the delivery report.

import { entryOf, type Kit, rowsOf } from '../kit.ts';
import type { CribMessage, DeliveriesMessage, NudgeMessage, ReadAheadMessage, RemindersMessage } from '../../core/messages.ts';
import { type Instant, minutes } from '../../core/time.ts';
import type { ShownField } from '../../core/problem/write-up.ts';

const nameMaxChars = 80;
/** A pack is to be skimmed: the whole of each stands in the group's chat. */
const fieldMaxChars = 1_200;
const packMax = 12;
const deliveriesMax = 20;
const reachedMax = 40;

const nameOf = (name: string | null, kit: Kit): string => (name === null ? '' : kit.say.name(name));

/** Says why it comes and how to stop it. */
export function nudgeView({ community, communityName, meetingAt, zone }: NudgeMessage, kit: Kit) {
  const words = kit.texts.readiness.nudge;
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line(nameOf(communityName, kit), kit.when.date(meetingAt, zone), kit.when.time(meetingAt, zone)),
    help: words.help,
    why: words.why,
    rows: rowsOf([kit.button('problem-open', { community }), kit.button('nudges-off', { community })], 2),
  };
}

/** Says how it stands, with the way back. */
export function remindersView({ community, isOff }: RemindersMessage, kit: Kit) {
  const words = kit.texts.readiness.reminders;
  return { summary: words.heading, heading: words.heading, line: isOff ? words.off : words.on, rows: rowsOf([kit.button(isOff ? 'nudges-on' : 'nudges-off', { community })], 1) };
}

/** One page: what happens by itself, and phase by phase how long and what the chair says. */
export function cribView({ communityName, meetingAt, zone, movesOn, phases }: CribMessage, kit: Kit) {
  const words = kit.texts.readiness.crib;
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line(nameOf(communityName, kit), kit.when.date(meetingAt, zone), kit.when.time(meetingAt, zone)),
    before: words.before,
    movesOn: words.movesOn[movesOn],
    phases: phases.map((phase) => ({
      label: words.phase(kit.phase(phase.phase).title, lengthOf(phase, kit)), text: entryOf(words.says, phase.phase) ?? kit.phase(phase.phase).line,
    })),
    hints: words.hints,
    why: words.why,
  };
}

function lengthOf({ leastMinutes, mostMinutes }: CribMessage['phases'][number], kit: Kit): string {
  const words = kit.texts.readiness.crib;
  const most = kit.when.length(minutes(mostMinutes));
  if (leastMinutes === mostMinutes) return most;
  return leastMinutes === 0 ? words.upTo(most) : words.between(leastMinutes, most);
}

/** Whole texts where they fit. */
export function readAheadView({ communityName, meetingAt, zone, items }: ReadAheadMessage, kit: Kit) {
  const words = kit.texts.readiness.readAhead;
  const { labels, npqAreas } = kit.texts.problem;
  const { label } = kit.texts.records.writeUps;
  const { shown, moreCount } = kit.few(items, packMax);
  const textOf = (field: ShownField, text: string): string => (field === 'npqArea' ? entryOf<string>(npqAreas, text) ?? text : text);
  return {
    summary: words.summary,
    heading: words.heading,
    line: words.line(nameOf(communityName, kit), kit.when.time(meetingAt, zone)),
    items: shown.map(({ owner, fields }) => ({
      owner: kit.say.name(owner),
      fields: fields.map(({ field, text }) => ({ label: label(labels[field]), text: kit.text(textOf(field, text), fieldMaxChars) })),
    })),
    more: moreCount === 0 ? '' : kit.texts.readiness.deliveries.more(moreCount),
    why: words.why,
  };
}

/** Who could not be reached with what, and why, in plain words (product.md 7); then who was, and when. */
export function deliveriesView({ items, zone, chatClosedAt, reached = [] }: DeliveriesMessage, kit: Kit) {
  const words = kit.texts.readiness.deliveries;
  const { shown, moreCount } = kit.few(items, deliveriesMax);
  const people = kit.few(reached, reachedMax);
  const timed = (at: Instant): string => `${kit.when.date(at, zone)}, ${kit.when.clock(at, zone)}`;
  return {
    summary: words.summary,
    heading: words.heading,
    none: items.length === 0 ? words.none : '',
    items: shown.map(({ name, what, reason, at }) => ({
      label: words.item(timed(at), kit.text(name, nameMaxChars), entryOf<string>(words.whats, what) ?? words.other),
      text: reason === '' ? words.unknown : words.whys[reason],
    })),
    more: moreCount === 0 ? '' : words.more(moreCount),
    hint: items.length === 0 ? '' : words.hint,
    chatClosed: chatClosedAt === undefined ? '' : words.chatClosed(timed(chatClosedAt)),
    reachedHeading: reached.length === 0 ? '' : words.reachedHeading,
    reached: people.shown.map(({ name, at }) => ({ label: `${kit.text(name, nameMaxChars)}: `, text: at === null ? words.notReached : timed(at) })),
    moreReached: people.moreCount === 0 ? '' : words.more(people.moreCount),
  };
}
