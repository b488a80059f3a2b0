// What signed links lead to: the record of a session, a report, the calendar file of a community. Whoever holds a link may
// open it (app/links.ts).

import { createHash } from 'node:crypto';
import type { Community } from './core/community/community.ts';
import type { Conversation } from './core/conversation/conversation.ts';
import type { Links } from './app/links.ts';
import type { Clock, Store } from './app/ports.ts';
import { reportFile } from './app/report-download.ts';
import { languageOfRecord } from './app/spoken-to.ts';
import { communityCalendar } from './cards/community-calendar.ts';
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

/** The meetings of a community as a calendar file, for whoever holds its link. */
const calendarPage = (links: Links, { documents }: Store, clock: Clock) => async (token: string): Promise<Page> => {
  const partition = links.readCalendar(token);
  const community = partition === null ? null : (await documents.load({ partition, name: 'community' }))?.doc.state as Community | undefined ?? null;
  if (partition === null || community === null) return linkOver;
  const chat = (await documents.load({ partition, name: 'conversation' }))?.doc.state as Conversation | undefined;
  const key = createHash('sha256').update(partition).digest('base64url').slice(0, 22);
  const body = communityCalendar({ community, name: chat?.name ?? null, key, now: clock.now() }, textsFor(chat?.language ?? null));
  return body === null ? { ...linkOver, body: en.notices.noMeeting } : { status: 200, contentType: 'text/calendar; charset=utf-8', fileName: 'turnstone-meetings.ics', body };
};

/** A report as a file, for whoever holds its link and may still see it. */
const reportPage = (links: Links, store: Store, clock: Clock) => async (token: string): Promise<Page> => {
  const asked = links.readReport(token);
  const file = asked === null ? null : await reportFile(store, clock, asked);
  return file === null ? linkOver : { status: 200, ...file };
};
