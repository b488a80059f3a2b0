// `birthday 14 March`: day and month for the chair's rota, never a year.

import { personKey } from '../../core/keys.ts';
import { parseBirthday } from '../../core/community/birthday.ts';
import type { Command } from '../command.ts';
import { refusal, typedId } from '../desk.ts';
import { birthdayWords } from '../words.ts';

export const birthday: Command = {
  name: 'birthday',
  where: 'anywhere',
  run: async (desk, caller, words) => {
    const day = parseBirthday(birthdayWords(words, caller));
    if (day === null) return refusal({ reason: 'bad-birthday' });
    const { tenant, by, community } = caller;
    const event = { type: 'birthday-given', tenant, by, birthday: day, community } as const;
    const outcome = await desk.loop.advance(personKey(tenant, by.id), 'person', { event, eventId: typedId(caller) });
    return outcome.kind === 'refused' ? refusal(outcome.refusal) : { card: 'notice', notice: { kind: 'birthday-saved', ...day } };
  },
};
