// `help`: what can be done here, by this person, now.

import type { Command } from '../command.ts';
import { openSession } from '../desk.ts';

const inLobby: ReadonlySet<string> = new Set(['order', 'absent', 'here']);
const inHour: ReadonlySet<string> = new Set(['next', 'pause', 'resume', 'more time', 'note', 'action']);
const whileOpen: ReadonlySet<string> = new Set(['chair', 'end']);

/** `all`: every command, in the order in which they are shown. */
export const helpAmong = (all: () => readonly Command[]): Command => ({
  name: 'help',
  aliases: ['?', 'hello', 'hi'],
  where: 'anywhere',
  run: async (desk, caller) => {
    const session = await openSession(desk, caller);
    const isPersonal = caller.arrival.place === 'personal';
    const isUseful = ({ name, where }: Command): boolean => {
      if (where === 'local') return desk.clockControl !== null;
      if (where === 'in-community' && isPersonal) return false;
      if (name === 'start') return session === null;
      if (name === 'rehearse') return isPersonal || desk.clockControl !== null;
      if (whileOpen.has(name)) return session !== null;
      if (inLobby.has(name)) return session?.status === 'lobby';
      return !inHour.has(name) || session?.status === 'running' || session?.status === 'paused';
    };
    const here = all().filter(isUseful);
    return { card: 'help', commands: here.map(({ name }) => name) };
  },
});
