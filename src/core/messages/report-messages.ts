// The report of a community, as data.

import type { ConversationId, PersonId, TenantId } from '../keys.ts';
import type { Report } from '../report/report.ts';
import type { InZone } from './shared.ts';

/** Whose figures, and for whom the links to them are made; null: for everybody in the community's chat. */
export interface ReportOf {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly reader: PersonId | null;
}

/** Signed links to the same figures as files. */
export interface ReportUrls {
  readonly csv: string;
  readonly json: string;
}

export interface ReportMessage extends InZone {
  readonly card: 'report';
  readonly of: ReportOf;
  /** What the community is called, where Teams has told. */
  readonly communityName: string | null;
  readonly report: Report;
  /** The whole figures, for the group; null until the message is sent, where links are not set up, and outside the group. */
  readonly urls: ReportUrls | null;
  /** What may leave the group; null until the message is sent and where links are not set up. */
  readonly outsideUrls: ReportUrls | null;
}
