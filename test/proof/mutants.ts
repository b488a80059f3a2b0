// The service broken on purpose, one line at a time: the simulator must notice each of these within a thousand seeds, or it
// is too weak to trust. A mutant replaces text of one source file as it is loaded; nothing in src knows of it.

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

export interface Mutant {
  readonly name: string;
  /** Below src. */
  readonly file: string;
  /** Each stands in the file exactly once; the second takes the place of the first. */
  readonly edits: readonly (readonly [from: string, to: string])[];
}

export const mutants: readonly Mutant[] = [
  {
    name: 'sends whoever holds the claim', file: 'app/courier.ts',
    edits: [['return head?.claim?.owner === this.#parts.loop.owner ? head : null;', 'return head;'], ['if (until === 0) return null;', 'if (until === 0) return placed;']],
  },
  { name: 'posts again blindly after an unknown outcome', file: 'app/outbox.ts', edits: [['const notBefore = realNow + (isMail ? mailDoubtMs : announcementDoubtMs);', 'const notBefore = realNow + (isMail ? 0 : 0);']] },
  { name: 'forgets the margin of the lease', file: 'app/courier.ts', edits: [['if (until - clock.realNow() >= attemptNeedsMs) return placed;', 'if (attemptNeedsMs > 0) return placed;']] },
  { name: 'delivers before it has saved', file: 'app/loop.ts', edits: [['if (after === written || await this.#save(after, stored))', 'this.#saw(after);\n        if (after === written || await this.#save(after, stored))']] },
  { name: 'drops new effects while older ones wait', file: 'app/outbox.ts', edits: [['return [...outbox, ...added];', 'return outbox.length > 0 ? outbox : added;']] },
  { name: 'never releases dead claims', file: 'app/outbox.ts', edits: [['if (!doc.outbox.some(({ claim }) => claim !== null && isDead(claim))) return doc;', 'if (doc.outbox.length >= 0) return doc;']] },
  { name: 'takes a conflict for a success', file: 'app/loop.ts', edits: [["return saved.kind === 'saved';", "return saved.kind === 'saved' || true;"]] },
  { name: 'lets an event happen as often as it comes', file: 'app/commit.ts', edits: [['what.eventId !== null && before.seen.includes(what.eventId)', 'what.eventId === null && before.seen.length < 0']] },
  { name: 'takes an unknown outcome for sent', file: 'app/outbox.ts', edits: [["case 'unknown': return again(", "case 'unknown': return without ?? again("]] },
  { name: 'thinks an edit under way shows what came after', file: 'app/outbox.ts', edits: [[' && waiting.claim === null;', ';']] },
  { name: 'waits for no place', file: 'app/courier.ts', edits: [['() => this.#parts.pace.place(to.tenant, to.thread, urgency)', '() => Promise.resolve(void urgency)']] },
  { name: 'does not heed Retry-After', file: 'app/outbox.ts', edits: [['Math.max(outcome.afterMs ?? 0, backOffMs(waiting, dice))', 'backOffMs(waiting, dice)']] },
  { name: 'forgets that a conversation said no', file: 'app/courier.ts', edits: [["await this.#steadily(key, () => loop.advance(key, 'conversation', { event: { type: 'closed', why: outcome.why } }));", '']] },
  { name: 'forgets an outcome that could not be written', file: 'app/courier.ts', edits: [['return this.#steadily(key, () => loop.update(key, (doc) => {', 'return (async (work: () => Promise<Doc | null>) => work())(() => loop.update(key, (doc) => {']] },
  { name: 'goes on after any outage', file: 'core/session/up-to.ts', edits: [['> tooLateRealMs', '> tooLateRealMs * 1e9']] },
  { name: 'keeps no record', file: 'app/carry-inside.ts', edits: [['await history.add(effect.entry, keptFrom(effect.entry));', 'void history;']] },
  { name: 'sends what came last first', file: 'app/outbox.ts', edits: [['return doc.outbox.find((waiting) =>', 'return doc.outbox.findLast((waiting) =>']] },
  { name: 'lets anybody drive', file: 'core/session/rights.ts', edits: [['holds(session, role, event.by.id)', 'holds(session, role, event.by.id) || role.length > 0']] },
  { name: 'knows only the deadlines it has seen itself', file: 'app/sweep.ts', edits: [['for (const each of due) this.#arm(each);', 'void due;']] },
  { name: 'frees the community with the first group', file: 'core/session/splitting.ts', edits: [['groups.some(({ isOver }) => !isOver)', 'groups.every(({ isOver }) => !isOver)']] },
  { name: 'speaks in the lobby’s thread for every group', file: 'core/session/splitting.ts', edits: [['`${session.community};messageid=${root.id}`', 'session.thread']] },
  { name: 'names no group on its cards', file: 'core/session/in-group.ts', edits: [['return message === null ? null : inGroup(message, session.group);', 'return message;']] },
  { name: 'tells one group alone', file: 'core/session/splitting.ts', edits: [['const tells = groups.map((group, index): Effect => {', 'const tells = groups.slice(0, 1).map((group, index): Effect => {']] },
  { name: 'counts who was in two groups twice', file: 'core/community/learning.ts', edits: [['(counted.includes(id) ? 0 : 1)', '1']] },
  { name: 'fits a turn where no column fits', file: 'core/session/refitting.ts', edits: [['.find(({ lengthMs }) => lengthMs * count <= timeMs);', '.findLast(({ lengthMs }) => lengthMs > 0 || count > timeMs);']] },
  { name: 'pays twice for what ran over', file: 'core/session/overtime.ts', edits: [['const { steps, takenMs } = paidBy(running, overMs);', 'const { steps, takenMs } = paidBy(running, overMs * 2);']] },
  { name: 'takes a look at a card for a sign of life', file: 'commands/receive.ts', edits: [['if (asksForView(arrived)) return seen(', 'if (asksForView(arrived)) await callerOf(desk, arrived);\n      if (asksForView(arrived)) return seen(']] },
  { name: 'files a rehearsal with the real sessions', file: 'core/rehearsal/rehearsed.ts', edits: [["case 'record': return [{ ...effect, entry: apart(session, effect.entry) }];", "case 'record': return [effect];"]] },
  { name: 'sends what a rehearsal tells', file: 'core/rehearsal/rehearsed.ts', edits: [["case 'tell': return isEnd(effect) ?", "case 'tell': return !isEnd(effect) ? [effect] : isEnd(effect) ?"]] },
  { name: 'moves on by itself where the chair does', file: 'core/session/up-to.ts', edits: [["if (session.movesOn === 'chair') return runOver(session, wake);", '']] },
  { name: 'looks no more before the first byte leaves', file: 'app/courier.ts', edits: [['startBy: leaseOf(run.newest, id, loop.owner) - requestNeedsMs', 'startBy: Infinity']] },
  { name: 'leaves each process its own limits', file: 'app/shared-places.ts', edits: [['if (realNow < this.#askedAgainAt) return', 'if (realNow >= 0) return']] },
  { name: 'confuses the events of two people', file: 'app/carry-inside.ts', edits: [['JSON.stringify([partition, name, id])', 'JSON.stringify([partition.length < 0, name, id])']] },
];

/** From now on the sources are loaded with this fault. Throws when the code has changed so that it no longer fits. */
export function loadWith({ name, file, edits }: Mutant): void {
  const url = new URL(`../../src/${file}`, import.meta.url).href;
  const source = edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`the mutant "${name}" no longer fits ${file}: ${from}`);
    return text.replace(from, () => to);
  }, readFileSync(new URL(url), 'utf8'));
  registerHooks({ load: (asked, context, next) => (asked === url ? { format: 'module-typescript', source, shortCircuit: true } : next(asked, context)) });
}
