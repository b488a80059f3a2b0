// Where the session is, for anyone who asks: no buttons, so that a status never drives anything.

import type { Kit } from '../kit.ts';
import { phaseLines } from './phase.ts';
import type { StatusMessage } from '../../core/messages.ts';

/** No session, a lobby, or where the session is. */
export function statusView(status: StatusMessage, kit: Kit) {
  const words = kit.texts.records.status;
  return {
    summary: words.summary,
    heading: words.heading,
    lines: linesOf(status, kit).filter((text) => text !== '').map((text) => ({ text })),
    links: linkOf(status, words.calendar),
    now: words.now(kit.when.time(status.now, status.zone)),
  };
}

/** To the calendar file, where nothing runs and a meeting is to come. */
function linkOf({ is }: StatusMessage, title: string) {
  const url = is.state === 'none' ? is.calendar?.url ?? null : null;
  return url === null ? [] : [{ title, url }];
}

function linesOf({ is, zone }: StatusMessage, kit: Kit): readonly string[] {
  const words = kit.texts.records.status;
  const { say, when } = kit;
  if (is.state === 'none') {
    return [
      words.none,
      is.nextMeetingAt === null ? '' : words.nextMeeting(when.date(is.nextMeetingAt, zone), when.time(is.nextMeetingAt, zone)),
      is.nextChair === null ? '' : words.nextChair(say.name(is.nextChair)),
    ];
  }
  if (is.state === 'lobby') {
    return [words.lobby(is.inCount, is.ownerCount), is.chair === null ? '' : words.lobbyChair(say.name(is.chair))];
  }
  if (is.state === 'groups') return is.groups.map((each, index) => groupStatus(each, kit.texts.groups.line(index + 1, is.groups.length), kit));
  // A status never mentions: asking for it must not ring anybody's bell.
  const lines = phaseLines({ ...is.phase, mentionsOwner: false }, kit);
  return [
    whereLine(is, kit),
    lines.turn, lines.speaking, lines.listening, lines.silent,
    is.state === 'running' ? lines.time : '',
    lines.next, lines.session,
  ];
}

type Live = Extract<StatusMessage['is'], { readonly phase: unknown }>;

function whereLine({ state, phase, leftMs }: Live, kit: Kit): string {
  const words = kit.texts.records.status;
  const { title } = kit.phase(phase.phase);
  if (state === 'paused') return words.paused(title, kit.when.length(leftMs));
  return leftMs < 0 ? words.overtime(title, kit.when.length(-leftMs)) : words.running(title, kit.when.length(leftMs));
}

/** One group in one line; null while it has yet to begin. */
function groupStatus(is: StatusMessage['is'] | null, group: string, kit: Kit): string {
  const words = kit.texts.groups.status;
  const { when, say } = kit;
  if (is === null) return words.starting(group);
  if (is.state !== 'running' && is.state !== 'paused') return words.over(group);
  const { title } = kit.phase(is.phase.phase);
  const isOver = is.state === 'running' && is.leftMs < 0;
  const line = isOver ? words.overtime(group, title, when.length(-is.leftMs)) : words[is.state](group, title, when.length(is.leftMs));
  const withOwner = is.phase.turn === null ? line : words.owner(line, say.name(is.phase.turn.owner.name));
  return words.chair(withOwner, say.name(is.phase.chair));
}
