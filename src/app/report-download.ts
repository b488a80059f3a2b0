// A report as a file, for whoever holds a link to it and may still see it: somebody who left since is given nothing.

import { maySee, rolesOf } from '../core/access.ts';
import { type Community, newCommunity } from '../core/community/community.ts';
import { communityKey, type Key, partitionOf, personKey } from '../core/keys.ts';
import type { ReportOf } from '../core/messages.ts';
import type { Member } from '../core/person/person.ts';
import { reportCsv, reportJson } from '../core/report/files.ts';
import type { ReportForm } from '../core/report/report.ts';
import type { ReportFileOf } from './links.ts';
import type { Clock, Documents, Store } from './ports.ts';
import { readReport } from './report-reading.ts';

export interface ReportFile {
  readonly contentType: string;
  readonly fileName: string;
  readonly body: string;
}

/** Null for somebody who may not see it any more. Throws when the store fails. */
export async function reportFile({ documents, history }: Store, clock: Clock, { of, form, format }: ReportFileOf): Promise<ReportFile | null> {
  const community = await stateAt<Community>(documents, communityKey(of.tenant, of.conversation)) ?? newCommunity(of.tenant, of.conversation);
  if (!await isStillFor(documents, community, { of, form })) return null;
  const report = await readReport(history, { partition: partitionOf(of.tenant, of.conversation), form, zone: community.settings.zone, now: clock.now() });
  const fileName = `turnstone-report${form === 'outside' ? '-outside' : ''}.${format}`;
  return format === 'csv' ? { contentType: 'text/csv; charset=utf-8', fileName, body: reportCsv(report) }
    : { contentType: 'application/json; charset=utf-8', fileName, body: reportJson(report) };
}

/** One that stands in the community's own chat is for everybody in it. */
async function isStillFor(documents: Documents, community: Community, { of: { tenant, reader }, form }: { readonly of: ReportOf; readonly form: ReportForm }): Promise<boolean> {
  if (reader === null) return true;
  const known = await stateAt<Member>(documents, personKey(tenant, reader));
  const roles = rolesOf({ tenant, person: reader, isInChat: false, known }, community);
  return form === 'whole' ? maySee('outcome-figures', ...roles) === 'yes' : maySee('attendance', ...roles) === 'yes';
}

async function stateAt<S>(documents: Documents, key: Key): Promise<S | null> {
  return ((await documents.load(key))?.doc.state ?? null) as S | null;
}
