// Signed links that expire: who holds one may download what it names until then, nothing else (product.md 1). A link is
// made for somebody who may see it; a report asks once more when it is opened.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type Instant, type Millis } from '../core/time.ts';
import { conversationId, pairId, personId, sessionId, tenantId } from '../core/keys.ts';
import type { CalendarOf, Message, PairCalendarOf, RecordOf, ReportMessage, ReportOf, ReportUrls } from '../core/messages.ts';
import { type FileFormat, fileFormats } from '../core/report/files.ts';
import { type ReportForm, reportForms } from '../core/report/report.ts';

/** A link in a chat works this long; `history`, `report` and `status` give a fresh one. */
const lifeMs: Millis = 30 * dayMs;
/** A calendar goes on asking by the same link: longer than a course lasts from one `buddy` to the next, and good only for who is in the pair. */
const subscriptionLifeMs: Millis = 400 * dayMs;

export interface LinkSettings {
  /** Where people reach this service, without a slash at the end; null: no links. */
  readonly publicUrl: () => string | null;
  readonly secret: string;
  readonly realNow: () => Instant;
}

/** A report as a file. */
export interface ReportFileOf {
  readonly of: ReportOf;
  readonly form: ReportForm;
  readonly format: FileFormat;
}

/** The meetings of a pair as a calendar file: kept as a file, or asked for again and again by a calendar. */
export interface PairFileOf extends Pick<PairCalendarOf, 'partition' | 'pair' | 'reader'> {
  readonly is: 'file' | 'subscription';
}

export interface Links {
  /** Fills in the links of a message that is about to leave. */
  readonly withLinks: (message: Message) => Message;
  /** The record a token leads to; null when it is forged or out of date. */
  readonly read: (token: string) => RecordOf | null;
  /** The same for a report. */
  readonly readReport: (token: string) => ReportFileOf | null;
  /** The same for a calendar file: the partition of its community. */
  readonly readCalendar: (token: string) => string | null;
  /** The same for that of a pair. Whether the reader is still in it is for the pair to say. */
  readonly readPairCalendar: (token: string) => PairFileOf | null;
}

export function createLinks({ publicUrl, secret, realNow }: LinkSettings): Links {
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
  const urlOf = (place: string, parts: readonly (string | null)[], goodForMs = lifeMs): string | null => {
    const base = publicUrl();
    if (base === null) return null;
    const body = Buffer.from(JSON.stringify([...parts, Math.ceil((realNow() + goodForMs) / dayMs) * dayMs])).toString('base64url');
    return `${base}/${place}/${body}.${sign(body)}`;
  };
  /** What a token of ours says, in as many parts as its kind has; null for any other, and when its time is over. */
  const partsOf = (token: string, count: number): readonly string[] | null => {
    const [body = '', signature = '', ...rest] = token.split('.');
    const expected = Buffer.from(sign(body));
    const given = Buffer.from(signature);
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const parts = JSON.parse(Buffer.from(body, 'base64url').toString()) as readonly unknown[];
    const expiresAt = parts.at(-1);
    return parts.length !== count + 1 || typeof expiresAt !== 'number' || expiresAt < realNow() ? null : parts.slice(0, -1).map((part) => (typeof part === 'string' ? part : ''));
  };
  const recordUrl = ({ partition, session }: RecordOf): string | null => urlOf('records', [partition, session]);
  const reportUrls = ({ tenant, conversation, reader }: ReportOf, form: ReportForm): ReportUrls | null => {
    const [csv, json] = fileFormats.map((format) => urlOf('reports', ['report', tenant, conversation, reader, form, format]));
    return csv == null || json == null ? null : { csv, json };
  };
  const withCalendar = <C extends CalendarOf | null>(calendar: C): C => (calendar === null ? calendar : { ...calendar, url: urlOf('calendars', ['calendar', calendar.partition]) });
  const withPairCalendar = (calendar: PairCalendarOf): PairCalendarOf => {
    const of = [calendar.partition, calendar.pair, calendar.reader];
    return { ...calendar, fileUrl: urlOf('calendars', ['file', ...of]), subscribeUrl: urlOf('calendars', ['subscription', ...of], subscriptionLifeMs) };
  };
  const withReport = (message: ReportMessage): ReportMessage =>
    ({ ...message, urls: message.report.actions.form === 'whole' ? reportUrls(message.of, 'whole') : null, outsideUrls: reportUrls(message.of, 'outside') });
  return {
    withLinks: (message) => {
      if (message.card === 'summary') return { ...message, recordUrl: recordUrl(message.record), calendar: withCalendar(message.calendar) };
      if (message.card === 'record') return { ...message, recordUrl: recordUrl(message.record) };
      if (message.card === 'set-up') return { ...message, calendar: withCalendar(message.calendar) };
      if (message.card === 'status' && message.is.state === 'none') return { ...message, is: { ...message.is, calendar: withCalendar(message.is.calendar ?? null) } };
      if (message.card === 'buddy') return { ...message, pairCalendar: withPairCalendar(message.pairCalendar) };
      if (message.card === 'report') return withReport(message);
      if (message.card !== 'history') return message;
      return { ...message, sessions: message.sessions.map((each) => ({ ...each, recordUrl: recordUrl(each.record) })) };
    },
    read: (token) => {
      const [partition, session] = partsOf(token, 2) ?? [];
      return partition === undefined || session === undefined ? null : { partition, session: sessionId(session) };
    },
    readCalendar: (token) => {
      const [kind, partition] = partsOf(token, 2) ?? [];
      return kind === 'calendar' ? partition ?? null : null;
    },
    readPairCalendar: (token) => {
      const [is, partition = '', pair = '', reader = ''] = partsOf(token, 4) ?? [];
      return is === 'file' || is === 'subscription' ? { is, partition, pair: pairId(pair), reader: personId(reader) } : null;
    },
    readReport: (token) => {
      const [kind, tenant = '', conversation = '', reader = '', form, format] = partsOf(token, 6) ?? [];
      const [known, written] = [reportForms.find((each) => each === form), fileFormats.find((each) => each === format)];
      if (kind !== 'report' || known === undefined || written === undefined) return null;
      return { of: { tenant: tenantId(tenant), conversation: conversationId(conversation), reader: reader === '' ? null : personId(reader) }, form: known, format: written };
    },
  };
}
