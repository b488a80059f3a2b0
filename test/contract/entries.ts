// Entries for the contracts of history: a note, an action and a session of their own, and who and where they name.

import type { ActionEntry, NoteEntry, SessionEntry } from '../../src/core/history/entry.ts';
import { personId, sessionId, tenantId } from '../../src/core/keys.ts';

export const [tenant, otherTenant] = [tenantId('tenant-1'), tenantId('tenant-11')];
export const home = `${tenant}|19:abc@thread.tacv2`;
export const [ann, ben] = [{ id: personId('p-ann'), name: 'Ann' }, { id: personId('p-ben'), name: 'Ben' }];
export const [s1, s2] = [sessionId('s1'), sessionId('s2')];

export const note = (id: string, over: Partial<NoteEntry> = {}): NoteEntry => ({
  kind: 'note', id, partition: home, session: s1, at: 100, people: [], turn: 1, phase: 'clarify', by: ann, text: `note ${id}`, ...over,
});
export const action: ActionEntry = {
  kind: 'action', id: 'action-1', partition: home, session: s1, at: 200, people: [ann.id, ben.id], turn: 1, owner: ann, writtenBy: ben,
  text: 'Ask the team', dueOn: '2026-11-20',
};
export const session = (id: string, startedAt: number, over: Partial<SessionEntry> = {}): SessionEntry => ({
  kind: 'session', id, partition: home, session: sessionId(id), at: 10_000 - startedAt, people: [], zone: 'Europe/London',
  protocol: { id: 'npq-community', version: 1 }, plannedAt: null, startedAt, endedAt: startedAt + 60, ending: 'completed', chair: ann,
  attendance: [{ ...ben, part: 'helper' }], turns: [], phases: [], nextChair: null, nextMeetingAt: null, ...over,
});
