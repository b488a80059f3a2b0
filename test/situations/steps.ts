// The words of which situations are made: what people do, when, and what they are told and see at that moment.

import { expect } from '@jest/globals';
import { type Millis, minutes, seconds } from '../../src/core/time.ts';
import { buttonsOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Chat, Press } from '../support/person.ts';
import type { Step } from './situation.ts';
import { fullNameOf, type Stage } from './stage.ts';

/** At this time of the day, one after the other. */
export const at = (clock: string, ...steps: readonly Step[]): Step => async (stage) => {
  await stage.service.passTo(stage.at(clock));
  await inTurn(stage, steps);
};

async function inTurn(stage: Stage, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step(stage);
}

/** Types something; in a channel or group the bot is mentioned. */
export const says = (name: string, text: string): Step => async (stage) => {
  const typed = /^(?:note|action) (.+)$/s.exec(text)?.[1] ?? null;
  await stage.does(name, `says “${text}”`, { typed, send: () => stage.person(name).says(stage.chat, text) });
};

/** The same in the 1:1 chat with the bot. */
export const saysAlone = (name: string, text: string): Step => (stage) => there(stage.person(name).privateChat, says(name, text))(stage);

export const presses = (name: string, title: string, inputs: Press['inputs'] = {}, shape: NonNullable<Press['shape']> = 'execute'): Step => async (stage) => {
  const typed = [inputs.note, inputs.action, inputs.request].find((text) => typeof text === 'string');
  const send = () => stage.person(name).presses(stage.chat, { title, inputs, shape });
  await stage.does(name, `presses ${title}${shape === 'submit' ? ' (as Submit)' : ''}`, { typed: typeof typed === 'string' ? typed : null, send });
};

/** Presses a button of the card that was answered to the press before, for the presser alone. */
export const chooses = (name: string, title: string, inputs: Press['inputs'] = {}): Step => async (stage) => {
  const card = stage.answeredCard;
  const button = buttonsOf(card).find((each) => each.title === title);
  if (button === undefined) throw new Error(`${name} was answered no card with “${title}”: ${stage.answers().join('\n')}`);
  const data = { ...button.data, ...untouchedInputsOf(card), ...inputs };
  await stage.does(name, `chooses ${title}`, { typed: null, send: () => stage.person(name).forges(stage.chat, { verb: button.verb, data }) });
};

/** `Join`, then what the answer offers (product.md 4, "Joining late"). */
export const joins = (name: string, how: 'to help others' | 'with a problem'): Step => async (stage) => {
  await inTurn(stage, [presses(name, 'Join'), told(/^Join the session/), chooses(name, `I'm in, ${how}`)]);
};

/** Somebody marks them absent, or they do it themselves; nothing may be addressed to them any more. */
export const leaves = (name: string, markedBy = name): Step => async (stage) => {
  await says(markedBy, markedBy === name ? 'absent' : `absent ${fullNameOf(name)}`)(stage);
  stage.goesAway(name);
};

/** Comes back by doing something; from then on they may be addressed again. */
export const comesBackBy = (name: string, step: Step): Step => async (stage) => {
  stage.comesBack(name);
  await step(stage);
};

/** The chair chose to go on without this owner: the cards of the turn still name them. */
export const goesOnWithout = (name: string): Step => async (stage) => void stage.goneOnWithout.add(fullNameOf(name));

/** What was answered to the last deed, alone or in the chat. */
export const told = (...patterns: readonly RegExp[]): Step => async (stage) => {
  await stage.service.pass(seconds(1));
  for (const pattern of patterns) expect(stage.answers()).toContainEqual(expect.stringMatching(pattern));
};

/** A message as it stands now, by its first line. */
export const sees = (title: string, ...patterns: readonly RegExp[]): Step => async (stage) => {
  await stage.service.pass(seconds(2));
  const lines = stage.service.card(stage.chat, title).join('\n');
  for (const pattern of patterns) expect(lines).toMatch(pattern);
};

/** No message stands there now with this first line, or none that also has the pattern. */
export const seesNo = (title: string, pattern = /^/): Step => async (stage) => {
  await stage.service.pass(seconds(2));
  const found = stage.service.seen(stage.chat).filter((lines) => lines[0] === title && pattern.test(lines.join('\n')));
  expect(found).toEqual([]);
};

export const noButton = (title: string): Step => async (stage) => {
  await stage.service.pass(seconds(2));
  expect(() => stage.person('Aisha').pressing(stage.chat, { title })).toThrow('Nobody can see');
};

export const passes = (length: { readonly min?: number; readonly s?: number }): Step => async (stage) => {
  await stage.service.pass(minutes(length.min ?? 0) + seconds(length.s ?? 0));
};

/** Stops the process, stays away, starts again on the same store. */
export const restarts = (awayMs: Millis): Step => async (stage) => stage.service.restart(awayMs);

/** The clock of every later step is this many days on. */
export const daysLater = (count: number, clock: string): Step => async (stage) => {
  stage.leaveDays(count);
  await stage.service.skipTo(stage.at(clock));
};

/** Steps in another chat. */
export const there = (chat: Chat, ...steps: readonly Step[]): Step => async (stage) => {
  const before = stage.chat;
  stage.chat = chat;
  await inTurn(stage, steps);
  stage.chat = before;
};
