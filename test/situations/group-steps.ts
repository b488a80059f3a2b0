// More words for situations, where a meeting is split: what each group held, and who does what in which of them.

import { expect } from '@jest/globals';
import { linesOfAnswer } from '../support/read-card.ts';
import type { Step } from './situation.ts';
import { there } from './steps.ts';
import { isPost, sessionsIn } from './told.ts';

/** Each group as it was seen: who had a turn, in order. */
export const groupsHeld = (expected: Readonly<Record<string, string>>): Step => async (stage) => {
  const seen = sessionsIn(stage.service.sent());
  const held = seen.map(({ group: name, messages }) => [name, messages.filter(isPost).flatMap(({ lines }) => /^Turn \d+ of \d+: (?:<at>)?(\w+)/.exec(lines[0] ?? '')?.[1] ?? []).join(', ')]);
  expect(Object.fromEntries(held)).toEqual(expected);
};

/** Does the steps where this group speaks: its thread in a channel. */
export const inGroup = (number: number, ...steps: readonly Step[]): Step => async (stage) => {
  const own = sessionsIn(stage.service.sent()).find(({ group: name }) => name?.startsWith(`Group ${number} `));
  if (own === undefined) throw new Error(`group ${number} is nowhere`);
  await there({ ...stage.chat, id: own.conversation }, ...steps)(stage);
};

/** Presses the button on the newest card of this group in a chat that all share. */
export const pressesOf = (number: number, name: string, title: string, expected: RegExp): Step => async (stage) => {
  const own = sessionsIn(stage.service.sent()).find(({ group: label }) => label?.startsWith(`Group ${number} `));
  const ids = own?.messages.filter(isPost).map(({ messageId }) => messageId).toReversed() ?? [];
  for (const messageId of ids) {
    try {
      const pressed = stage.person(name).pressing(stage.chat, { title, messageId });
      let answer = '';
      await stage.does(name, `presses ${title} of group ${number}`, { typed: null, send: async () => {
        const answered = await stage.person(name).send(pressed);
        answer = linesOfAnswer(answered.body).join('\n');
        return answered;
      } });
      expect(answer).toMatch(expected);
      return;
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('Nobody can see')) throw error;
    }
  }
  throw new Error(`no card of group ${number} has “${title}”`);
};
