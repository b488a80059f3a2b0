// What signed links lead to: the record of a session, a report, the calendar file of a community or of a pair. Whoever holds
// a link may open it (app/links.ts).

import { createHash } from 'node:crypto';
import type { Community } from './core/community/community.ts';
import type { Conversation } from './core/conversation/conversation.ts';
import { pairKeyIn } from './core/keys.ts';
import type { Pair } from './core/pair/pair.ts';
import type { Links, PairFileOf } from './app/links.ts';
import type { Clock, Store } from './app/ports.ts';
import { reportFile } from './app/report-download.ts';
import { languageOfRecord } from './app/spoken-to.ts';
import { communityCalendar } from './cards/community-calendar.ts';
import { pairCalendar, refreshMs } from './cards/pair-calendar.ts';
import { recordMarkdown } from './cards/record-markdown.ts';
import type { Page, ServerOptions } from './teams/server.ts';
import { en } from './texts/en.ts';
import { textsFor } from './texts/languages.ts';

/** Each answers a token with its page: 404 for one that is forged, out of date, or of something that is no more. */
export const downloads = (links: Links, store: Store, clock: Clock): Pick<ServerOptions, 'record' | 'report' | 'calendar'> =>
  ({ record: recordPage(links, store), report: reportPage(links, store, clock), calendar: calendarPage(links, store, clock) });

/** The whole record of one session as Markdown, for whoever holds its link. */
function recordPage(links: Links, { documents, history }: Store): (token: string) => Promise<Page> {
  return async (token) => {
    const record = links.read(token);
    const entries = record === null ? [] : await history.ofSession(record.partition, record.session);
    if (record === null || entries.length === 0) return linkOver;
    return { status: 200, contentType: 'text/markdown; charset=utf-8', body: recordMarkdown(entries, textsFor(await languageOfRecord(documents, record.partition))) };
  };
}

const linkOver: Page = { status: 404, contentType: 'text/plain; charset=utf-8', body: en.notices.linkOver };

/** No other community, or pair, has the same; it tells nothing of where it comes from. */
const keyOf = (...of: readonly string[]): string => createHash('sha256').update(of.join('|')).digest('base64url').slice(0, 22);

const calendar = (fileName: string, body: string): Page => ({ status: 200, contentType: 'text/calendar; charset=utf-8', fileName, body });
const calendarOver: Page = { ...linkOver, body: en.notices.calendarOver };

/** The meetings of a community, or of a pair, as a calendar file, for whoever holds its link. */
const calendarPage = (links: Links, { documents }: Store, clock: Clock) => async (token: string): Promise<Page> => {
  const ofPair = links.readPairCalendar(token);
  if (ofPair !== null) return await pairCalendarPage(ofPair, documents, clock);
  const partition = links.readCalendar(token);
  const community = partition === null ? null : (await documents.load({ partition, name: 'community' }))?.doc.state as Community | undefined ?? null;
  if (partition === null || community === null) return calendarOver;
  const chat = (await documents.load({ partition, name: 'conversation' }))?.doc.state as Conversation | undefined;
  const body = communityCalendar({ community, name: chat?.name ?? null, key: keyOf(partition), now: clock.now() }, textsFor(chat?.language ?? null));
  return body === null ? { ...linkOver, body: en.notices.noMeeting } : calendar('turnstone-meetings.ics', body);
};

/** Whoever has left the pair since is given nothing. Those of a pair that is over learn from it that its meetings are off. */
async function pairCalendarPage({ is, partition, pair: id, reader }: PairFileOf, documents: Store['documents'], clock: Clock): Promise<Page> {
  const pair = (await documents.load(pairKeyIn(partition, id)))?.doc.state as Pair | undefined;
  if (pair?.members.some((member) => member.id === reader) !== true) return calendarOver;
  const chat = (await documents.load({ partition, name: 'conversation' }))?.doc.state as Conversation | undefined;
  const body = pairCalendar({ pair, reader, name: chat?.name ?? null, key: keyOf(partition, id), now: clock.now() }, textsFor(chat?.language ?? null));
  if (body === null) return { ...linkOver, body: en.notices.noSlot };
  const page = calendar('turnstone-buddy.ics', body);
  return is === 'file' ? page : { status: page.status, contentType: page.contentType, body, freshMs: refreshMs };
}

/** A report as a file, for whoever holds its link and may still see it. */
const reportPage = (links: Links, store: Store, clock: Clock) => async (token: string): Promise<Page> => {
  const asked = links.readReport(token);
  const file = asked === null ? null : await reportFile(store, clock, asked);
  return file === null ? linkOver : { status: 200, ...file };
};
