// The members of a conversation, page by page, reduced to id and name. Asked of the conversation itself, not of its team:
// a private or shared channel has fewer members than the team (platform.md).

import { z } from 'zod';
import type { Address, Directory, Member } from '../app/ports.ts';
import { personId } from '../core/keys.ts';
import type { ConversationId } from '../core/keys.ts';
import type { Connector } from './connector.ts';
import { plainName } from './plain-text.ts';

const pageSize = 500;
/** 10,000 members: far beyond any school's team, and an end if the service never names one. */
const maxPageCount = 20;

const pageSchema = z.object({
  members: z.array(z.object({
    id: z.string().min(1),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    /** The same id under its older name. */
    objectId: z.string().nullish(),
  })),
  continuationToken: z.string().nullish(),
});
type Page = z.infer<typeof pageSchema>;

export function createDirectory(connector: Connector): Directory {
  return {
    async members(of, conversation) {
      const members: Member[] = [];
      let continuation: string | null = null;
      for (let pageCount = 0; pageCount < maxPageCount; pageCount += 1) {
        const page: Page = await pageOf(connector, { of, conversation, continuation });
        members.push(...page.members.filter((member) => member.id !== of.bot.id).map(memberOf));
        if (typeof page.continuationToken !== 'string' || page.continuationToken === '' || page.continuationToken === continuation) break;
        continuation = page.continuationToken;
      }
      return members;
    },
  };
}

interface PageRequest {
  readonly of: Address;
  readonly conversation: ConversationId;
  readonly continuation: string | null;
}

async function pageOf(connector: Connector, { of, conversation, continuation }: PageRequest): Promise<Page> {
  const query = new URLSearchParams({ pageSize: String(pageSize), ...(continuation === null ? {} : { continuationToken: continuation }) });
  const path = `v3/conversations/${encodeURIComponent(conversation)}/pagedmembers?${query.toString()}`;
  const exchange = await connector.exchange({ method: 'GET', serviceUrl: of.serviceUrl, path });
  if (exchange.kind !== 'answered') throw new Error(`Members could not be asked for: ${exchange.why}`);
  if (exchange.status !== 200) throw new Error(`Members could not be asked for: http-${exchange.status}`);
  return pageSchema.parse(exchange.body);
}

function memberOf({ id, name, aadObjectId, objectId }: Page['members'][number]): Member {
  const entraId = aadObjectId ?? objectId ?? '';
  return { id: entraId === '' ? null : personId(entraId), teamsId: id, name: plainName(name) };
}
