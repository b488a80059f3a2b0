// What several messages share.

import type { SessionId } from '../keys.ts';
import type { Notice } from '../notices.ts';

/** What every button of a session's card carries besides its verb: which session, and the state it was drawn from. */
export interface ButtonOrigin {
  readonly session: SessionId;
  readonly rev: number;
}

/** A name to show, and the Teams id (`29:…`) if this person can be mentioned. */
export interface Named {
  readonly name: string;
  readonly teamsId: string | null;
}

/** Which session's record a link leads to; the link itself is made when the message is sent. */
export interface RecordOf {
  readonly partition: string;
  readonly session: SessionId;
}

/** Whose meetings a calendar file has. */
export interface CalendarOf {
  /** Partition of the community. */
  readonly partition: string;
  /** Signed link to the file; null until the message is sent, and when links are not set up. */
  readonly url: string | null;
}

/** IANA zone in which a card writes its times. */
export interface InZone {
  readonly zone: string;
}

/** On a card for one person alone: what they had typed, with what is to be said of it (issue 5). */
export interface Again {
  /** By the ids of the inputs. */
  readonly typed: Readonly<Record<string, string>>;
  /** The button that was pressed. */
  readonly about: 'note' | 'action' | 'request' | 'next-meeting';
  readonly said: Notice;
}
