// What people type and send that is wrong, empty, far too long or no message at all; guests; help.

import { describe, expect, test } from '@jest/globals';
import { hourMs, minutes, seconds } from '../../src/core/time.ts';
import type { Answered, Person } from '../support/person.ts';
import { linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { at, begin, colleagues, gather, nth } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');

async function running(): Promise<{ service: TestService; aisha: Person; ben: Person }> {
  const service = await openService();
  const people = colleagues(service, 2);
  await begin(service, people);
  await service.passTo(at('16:06'));
  return { service, aisha: nth(people, 0), ben: nth(people, 1) };
}

describe('Commands', () => {
  test.each([
    ['pasue', /Did you mean “pause”/], ['ntoe hello', /Did you mean “note”/], ['more tme', /Did you mean “more time”/], ['hsitory', /Did you mean “history”/],
    ['', /Type “help”/], ['please make us some tea', /Type “help”/], ['🫖', /Type “help”/], ['</script>', /Type “help”/],
  ])('%j is answered with one short line that quotes nothing typed', async (typed, answer) => {
    const service = await openService();
    await service.person('Aisha Khan').says(channel, typed);
    expect(service.seen(channel)).toEqual([[expect.stringMatching(answer)]]);
    expect(service.last(channel).join().length).toBeLessThan(120);
    if (typed.length > 6) expect(service.last(channel).join()).not.toContain(typed.slice(0, 12));
    await service.person('Aisha Khan').says(channel, typed.padEnd(50_000, 'x'));
    expect(service.last(channel).join()).toMatch(/^I do not know that one\./);
  });

  test('are taken in any case, with a slash, a colon, a line break, or spaces around them', async () => {
    const { service, aisha } = await running();
    for (const typed of ['NOTE one', '/note two', 'note: three', 'note\nfour', '   Note   five  ']) {
      await aisha.says(channel, typed);
      await service.pass(seconds(2));
    }
    expect(service.seen(channel).filter(([line]) => line === 'Note saved.')).toHaveLength(5);
  });

  test('of a session are refused with what to do instead when there is none', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    for (const typed of ['next', 'pause', 'resume', 'more time', 'end', 'note x', 'action x', 'order Ben', 'absent Ben', 'here Ben', 'chair Ben']) {
      await aisha.says(channel, typed);
      expect(service.last(channel).join()).toMatch(/no session here now\. Type “start”/);
      await service.pass(seconds(2));
    }
    await gather(service, [aisha]);
    for (const typed of ['next', 'pause', 'note x', 'action x']) {
      await aisha.says(channel, typed);
      expect(service.last(channel).join()).toMatch(/has not started yet/);
      await service.pass(seconds(2));
    }
  });

  test('without their words, or with too many, save nothing and say so', async () => {
    const { service, aisha } = await running();
    for (const [typed, answer] of [
      ['note', /note is empty/], ['action', /next action is empty/], [`note ${'x'.repeat(2_001)}`, /has 2001 characters, and 2000 fit/],
      [`action ${'x'.repeat(2_500)}`, /has 2500 characters/], ['birthday', /cannot read that birthday/], ['birthday 31 June', /cannot read that birthday/], ['chair', /Please add a name/],
    ] as const) {
      await aisha.says(channel, typed);
      expect(service.last(channel).join()).toMatch(answer);
      await service.pass(seconds(2));
    }
    await service.pass(hourMs);
    expect(service.card(channel, 'Summary').join('\n')).not.toContain('xxx');
  });

  test('`action` is due at the usual date, and one without a turn yet is refused', async () => {
    const { service, aisha, ben } = await running();
    await aisha.says(channel, 'action Quizzes first');
    expect(service.last(channel).join()).toBe('Next action saved for Aisha Khan, by Thursday 17 December 2026.');
    await service.person('Zoe Lane').says(channel, 'action Mine');
    expect(service.last(channel).join()).toMatch(/^Only Aisha Khan/);
    const pressed = async (person: Person, due: string): Promise<string> => answerOf(await person.presses(channel, { title: 'Save my next action', inputs: { action: 'x', due } }));
    expect(await pressed(ben, '')).toMatch(/^Only Aisha Khan/);
    expect(await pressed(aisha, '2026-11-01')).toMatch(/date has passed/);
    expect(await pressed(aisha, 'soon')).toMatch(/cannot read that date/);
    expect(await pressed(aisha, '')).toMatch(/by Thursday 17 December 2026/);
  });
});

describe('Help', () => {
  test('lists what can be done here and now, and no more', async () => {
    const service = await openService();
    const people = colleagues(service, 2);
    const aisha = nth(people, 0);
    const commandsIn = async (chat = channel): Promise<string> => {
      await aisha.says(chat, 'help');
      const lines = service.last(chat);
      await service.pass(seconds(3));
      return lines.join('\n');
    };
    const before = await commandsIn();
    expect(before).toMatch(/^What you can do here[^]*\nstart:/);
    expect(before).not.toMatch(/\n(pause|note|order)/);
    await gather(service, people);
    expect(await commandsIn()).toMatch(/\norder[^]*\nchair/);
    await aisha.presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    const during = await commandsIn();
    expect(during).toMatch(/\nnext[^]*\npause[^]*\nnote/);
    expect(during).not.toMatch(/\n(start|order|absent):/);
    expect(await commandsIn(aisha.privateChat)).not.toMatch(/\n(start|set up|coordinator)/);
  });
});

describe('A guest without an Entra id', () => {
  test('reads along and is told once in the chat, always when a press waits for its answer; nothing is done', async () => {
    const { service, aisha } = await running();
    const guest = service.person('Gus Guest', { id: null });
    const before = service.seen(channel).length;
    await guest.says(channel, 'pause');
    await guest.says(channel, 'next');
    await guest.presses(channel, { title: 'Pause', shape: 'submit' });
    await service.pass(seconds(5));
    expect(service.seen(channel).slice(before)).toEqual([[expect.stringMatching(/^Guests can read along/)]]);
    for (let n = 0; n < 2; n++) expect(answerOf(await guest.presses(channel, { title: 'Pause' }))).toMatch(/^Guests can read along/);
    await aisha.says(channel, 'status');
    expect(service.last(channel).join('\n')).toMatch(/Introduce the problem: /);
  });

  test('who was entered by the chair has a turn like everybody, without a mention', async () => {
    const service = await openService();
    const aisha = service.person('Aisha Khan');
    await gather(service, [aisha]);
    await aisha.says(channel, 'here Jo Lund with a problem');
    await service.passTo(at('16:00'));
    await aisha.presses(channel, { title: 'Start session' });
    await service.passTo(at('16:40'));
    expect(service.posts(channel).filter(({ lines }) => lines[0] === 'Turn 2 of 2: Jo Lund')).toHaveLength(1);
    expect(service.card(channel, 'Summary').join('\n')).toMatch(/2 · Jo Lund[^]*Here \(2\): Aisha Khan and Jo Lund/);
  });
});

describe('What is no proper activity', () => {
  test('is answered without a word of what went wrong, and changes nothing', async () => {
    const { service, aisha } = await running();
    const proper = aisha.saying(channel, 'next');
    const before = service.sent().length;
    const activities: readonly (readonly [unknown, number])[] = [
      [null, 400], ['next', 400], [[], 400], [{}, 400], [{ ...proper, conversation: null }, 400], [{ ...proper, serviceUrl: 5 }, 400],
      [{ ...proper, serviceUrl: 'https://evil.example' }, 403], [{ ...proper, channelId: 'slack' }, 403],
      [{ ...proper, type: 'typing' }, 200], [{ ...proper, text: undefined }, 200], [{ ...proper, from: {} }, 400],
      [{ ...proper, text: 5 }, 400], [{ ...proper, value: 'a string' }, 400], [{ ...proper, value: { verb: {} } }, 400],
    ];
    for (const [activity, status] of activities) {
      const answered = await aisha.send(activity);
      expect({ activity, status: answered.status, body: answered.body }).toEqual({ activity, status, body: '' });
    }
    await service.pass(seconds(10));
    expect(service.sent()).toHaveLength(before);
  });
});

test('Text from people is shown as text: marks, mentions, dates and addresses in names and notes do nothing', async () => {
  const service = await openService();
  const evil = service.person('**Bold** <at>All</at> [x](http://evil.example)', { id: 'id-evil', teamsId: '29:evil' });
  const aisha = service.person('Aisha Khan');
  await begin(service, [aisha, evil]);
  await evil.says(channel, 'note {{DATE(2026-01-01,SHORT)}} <at>Aisha Khan</at> ${1+1} <b>x</b>');
  await service.pass(minutes(40));
  const everything = service.sent(channel).map(({ lines }) => lines.join('\n')).join('\n');
  expect(everything).not.toMatch(/\*\*Bold\*\*|<at>All<\/at>|\[x\]\(|\{\{DATE/);
  expect(service.card(channel, 'Summary').join('\n')).toContain('${1+1}');
});
