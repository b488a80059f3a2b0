// Every button of every reminder of a buddy meeting, over HTTP: what its presser sees at once, what the other is told, and
// what comes of it (domain.md 2, product.md 6).

import { describe, expect, test } from '@jest/globals';
import { pairShelf, sessionId, tenantId } from '../../src/core/keys.ts';
import { minutes, seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import { agreed, type Buddies, inputsOn, london, ofPair, openBuddies, type Options, presses, pressesOn, privately, said, titlesOn } from '../support/buddies.ts';
import { channel, tenant } from '../support/service.ts';
import { nth } from '../support/session-steps.ts';

const next = 'Your next buddy meeting';
const soon = 'Your buddy meeting is about to begin';
const asked = 'Did you meet your buddy?';

/** The pair as its first meeting on Thursday 10 December at 14:00 is two days away. */
async function prepared(options: Options = {}): Promise<Buddies> {
  const buddies = await openBuddies(options);
  await buddies.service.skipTo(london('2026-12-08T14:00') + seconds(5));
  return buddies;
}

/** The day after it. */
async function metYesterday(): Promise<Buddies> {
  const buddies = await openBuddies();
  await buddies.service.skipTo(london('2026-12-10T13:50'));
  await buddies.service.skipTo(london('2026-12-11T14:00') + seconds(5));
  return buddies;
}

describe('Two days before', () => {
  test('each is told with whom, when, how, on what, why it comes and how to stop it; Prepared and Not yet show at once', async () => {
    const { service, aisha, ben } = await prepared();
    const [card] = privately(service, aisha, next);
    expect(card?.at).toBe(london('2026-12-08T14:00'));
    expect(card?.lines.slice(1)).toEqual([
      'For: Heads', 'With Ben Cole on Thursday 10 December 2026, 14:00 (London time).', expect.stringMatching(/^You meet in Teams\. Use a computer/),
      'Is the insight module done? Insight 1', 'Together: Application 1', expect.stringMatching(/^This comes about two days before .* Stop these reminders.* “me”/),
    ]);
    expect(JSON.stringify(card?.body)).toContain('"type":"Action.OpenUrl","title":"Join","url":"https://teams.example/join"');
    expect(said(await presses(aisha, 'Not yet'))).toContain('You said: not yet. Press Prepared when you are.');
    expect(said(await presses(aisha, 'Prepared'))).toContain('You said that you are prepared.');
    // A client that knows no Execute is answered in its chat.
    await ben.presses(ben.privateChat, { title: 'Prepared', shape: 'submit' });
    expect(service.last(ben.privateChat)).toEqual(expect.arrayContaining(['You said that you are prepared.', 'Already prepared: Aisha Khan.']));
    expect(service.posts(channel).flatMap(({ lines }) => lines).join()).not.toContain('prepared');
  });

  test('Stop these reminders stops them for whoever pressed, until they want them again', async () => {
    const { service, aisha, ben } = await prepared();
    const stopped = await presses(aisha, 'Stop these reminders');
    expect(said(stopped)).toContain('I will not remind you of this pair’s meetings any more.');
    await service.skipTo(london('2026-12-10T13:45') + seconds(5));
    expect([privately(service, aisha, soon), privately(service, ben, soon)].map(({ length }) => length)).toEqual([0, 1]);
    expect(said(await pressesOn(aisha, stopped, { title: 'Send them again' }))).toContain('I will remind you of this pair’s meetings again.');
    await service.skipTo(london('2026-12-11T14:00') + seconds(5));
    expect(privately(service, aisha, asked)).toHaveLength(1);
  });
});

describe("Can't make it", () => {
  test('offers first the alternative slot, then another time, then practising alone; the other hears at once', async () => {
    const { service, aisha, ben } = await prepared();
    const offered = await presses(aisha, "Can't make it");
    expect(said(offered)).toMatch(/^You cannot make it: what instead\?[^]*Your alternative slot: Friday 11 December 2026, 14:00 \(London time\)\./);
    expect(titlesOn(offered)).toEqual(['Use the alternative slot', 'Choose another time', 'Practise alone', 'I can make it after all']);
    expect(inputsOn(offered)).toEqual({ moveDate: '', moveTime: '14:00' });
    const [told] = privately(service, ben, 'Aisha Khan cannot make it: what instead?');
    expect(buttonsOf(cardOf(told?.body ?? {})).map(({ title }) => title)).toEqual(['Use the alternative slot', 'Choose another time', 'Practise alone']);
    // Pressed again nobody is told again, and in fifteen minutes' time nothing is said of a meeting that does not stand.
    expect(titlesOn(await presses(aisha, "Can't make it"))).toEqual(titlesOn(offered));
    // That they prepared says nothing of whether they come.
    expect(said(await presses(aisha, 'Prepared'))).toBe(said(offered));
    await service.skipTo(london('2026-12-10T13:45') + seconds(5));
    expect(privately(service, ben, 'Aisha Khan cannot make it: what instead?')).toHaveLength(1);
    expect([...privately(service, aisha, soon), ...privately(service, ben, soon)]).toEqual([]);
  });

  test('and I can make it after all lets it stand again, with its reminder', async () => {
    const { service, aisha, ben } = await prepared();
    const back = await pressesOn(aisha, await presses(aisha, "Can't make it"), { title: 'I can make it after all' });
    expect(said(back)).toMatch(/^Your buddy meeting stands[^]*You can make it after all: Thursday 10 December 2026, 14:00/);
    expect(privately(service, ben, 'Your buddy meeting stands')[0]?.lines.join()).toContain('Aisha Khan can make it after all');
    await service.skipTo(london('2026-12-10T13:45') + seconds(5));
    expect([...privately(service, aisha, soon), ...privately(service, ben, soon)]).toHaveLength(2);
  });

  test('Use the alternative slot, by whoever was told, moves it at once: reminders come by the new time alone', async () => {
    const { service, aisha, ben } = await prepared();
    await presses(aisha, "Can't make it");
    const moved = await presses(ben, 'Use the alternative slot');
    expect(said(moved)).toMatch(/^Your buddy meeting has another time[^]*Moved from Thursday 10 December 2026, 14:00 \(London time\) to Friday 11 December 2026, 14:00/);
    expect(privately(service, aisha, 'Your buddy meeting has another time')[0]?.lines.join()).toContain('Ben Cole has moved it from');
    // The card from before the move changes nothing and shows how it stands.
    expect(said(await presses(ben, 'Use the alternative slot'))).toMatch(/^Your next buddy meeting[^]*That meeting has another time now[^]*Friday 11 December 2026, 14:00/);
    await service.skipTo(london('2026-12-11T13:45') + seconds(5));
    expect([aisha, ben].map((person) => privately(service, person, soon).map(({ at }) => at))).toEqual([[london('2026-12-11T13:45')], [london('2026-12-11T13:45')]]);
  });

  test('fifteen minutes before is not too late', async () => {
    const { service, aisha, ben } = await openBuddies();
    await service.skipTo(london('2026-12-10T13:45') + seconds(5));
    const [card] = privately(service, aisha, soon);
    expect(buttonsOf(cardOf(card?.body ?? {})).map(({ title }) => title)).toEqual(["Can't make it", 'Stop these reminders']);
    expect(JSON.stringify(card?.body)).toContain('"title":"Join"');
    const offered = await aisha.presses(aisha.privateChat, { title: "Can't make it", ...(card !== undefined && { messageId: card.messageId }) });
    expect(said(await pressesOn(aisha, offered, { title: 'Use the alternative slot' }))).toContain('to Friday 11 December 2026, 14:00');
    expect(privately(service, ben, 'Your buddy meeting has another time')).toHaveLength(1);
  });
});

describe('Choose another time', () => {
  test('comes back with every word and says what to do, where it cannot be', async () => {
    const { service, aisha, ben } = await prepared();
    const before = service.posts(ben.privateChat).length;
    let offered = await presses(aisha, "Can't make it");
    for (const [moveDate, moveTime, sentence] of [
      ['', '15:00', 'Please choose both a date and a time'],
      ['2026-12-11', '', 'Please choose both a date and a time'],
      ['2026-02-30', '15:00', 'I cannot read that date'],
      ['when I am back', '15:00', 'I cannot read that date'],
      ['2026-12-01', '15:00', 'That date has passed'],
      ['12/3', '15:00', 'that date may be Friday 12 March 2027 or Friday 3 December 2027'],
      ['2026-12-11', 'after school', 'I cannot read that time'],
      ['2026-12-25', '15:00', 'That is a bank holiday'],
      ['2027-12-03', '15:00', 'Please choose an earlier time'],
      ['2026-12-10', '14:00', 'The meeting is at that time already'],
      ['2026-12-08', '09:00', 'That time has passed'],
    ] as const) {
      offered = await pressesOn(aisha, offered, { title: 'Choose another time', inputs: { moveDate, moveTime } });
      expect(said(offered)).toContain(sentence);
      expect(inputsOn(offered)).toEqual({ moveDate, moveTime });
    }
    expect(service.posts(ben.privateChat).slice(before).map(({ lines }) => lines[0])).toEqual(['Aisha Khan cannot make it: what instead?']);
    const far = await pressesOn(aisha, offered, { title: 'Choose another time', inputs: { moveDate: 'x'.repeat(9_900), moveTime: '09:00' } });
    expect(said(far)).toMatch(/^I cannot read that date/);
  });

  test('asks the other, in words too; That suits me moves it for both', async () => {
    const { service, aisha, ben, pair } = await prepared();
    const offered = await presses(aisha, "Can't make it");
    const proposed = await pressesOn(aisha, offered, { title: 'Choose another time', inputs: { moveDate: 'friday 11th of December', moveTime: '4.30pm' } });
    expect(said(proposed)).toMatch(/I have asked whether Friday 11 December 2026, 16:30 \(London time\) suits them/);
    const [card] = privately(service, ben, 'Aisha Khan proposes another time');
    expect(card?.lines.join()).toMatch(/Instead of Thursday 10 December 2026, 14:00 \(London time\):,Friday 11 December 2026, 16:30/);
    expect(buttonsOf(cardOf(card?.body ?? {})).map(({ title }) => title)).toEqual(['That suits me', 'Choose another time', 'Practise alone']);
    expect(said(await presses(ben, 'That suits me'))).toContain('to Friday 11 December 2026, 16:30');
    expect(privately(service, aisha, 'Your buddy meeting has another time')).toHaveLength(1);
    expect((await pair()).meetings[1]).toMatchObject({ movedTo: { date: '2026-12-11', time: '16:30' }, state: { is: 'standing' } });
    // Once more it is settled already: nobody is told twice.
    expect(said(await presses(ben, 'That suits me'))).toMatch(/has another time now/);
    expect(privately(service, aisha, 'Your buddy meeting has another time')).toHaveLength(1);
  });

  test('on the proposal itself proposes back; a day off counts once they are sure of it', async () => {
    const { service, aisha, ben, pair } = await prepared();
    const offered = await presses(aisha, "Can't make it");
    await pressesOn(aisha, offered, { title: 'Choose another time', inputs: { moveDate: '2026-12-11', moveTime: '16:30' } });
    const sure = await presses(ben, 'Choose another time', { moveDate: '2026-12-25', moveTime: '10:00' });
    expect(said(sure)).toMatch(/^Aisha Khan proposes another time[^]*That is a bank holiday\. If you mean it all the same/);
    expect(said(await pressesOn(ben, sure, { title: 'Choose another time' }))).toContain('I have asked whether Friday 25 December 2026, 10:00');
    await presses(aisha, 'That suits me');
    expect((await pair()).meetings[1]).toMatchObject({ movedTo: { date: '2026-12-25', time: '10:00' }, isKept: true });
    expect(privately(service, ben, 'Your buddy meeting has another time')).toHaveLength(1);
  });
});

test('Practise alone settles it for both: it counts as done, and nobody is reminded or asked', async () => {
  const { service, aisha, ben, pair } = await prepared();
  await presses(aisha, "Can't make it");
  expect(said(await presses(ben, 'Practise alone'))).toMatch(/^You practise alone this time[^]*It counts as done/);
  expect(privately(service, aisha, 'You practise alone this time')[0]?.lines.join()).toContain('Ben Cole chose it');
  expect((await pair()).modulesDone).toBe(1);
  expect(said(await presses(aisha, 'Prepared'))).toMatch(/^You practise alone this time[^]*For that meeting each of you practises alone/);
  await service.skipTo(london('2026-12-14T09:00'));
  expect([soon, asked].flatMap((title) => [...privately(service, aisha, title), ...privately(service, ben, title)])).toEqual([]);
  await service.skipTo(london('2026-12-22T14:00') + seconds(5));
  expect(privately(service, ben, next).at(-1)?.lines.join()).toContain('Together: Application 2');
});

test('Go ahead without me: of three the others meet, and only they are reminded', async () => {
  const { service, aisha, ben, people } = await prepared({ count: 3 });
  const offered = await presses(aisha, "Can't make it");
  expect(titlesOn(offered)).toEqual(['Use the alternative slot', 'Choose another time', 'Practise alone', 'I can make it after all', 'Go ahead without me']);
  expect(said(await pressesOn(aisha, offered, { title: 'Go ahead without me' }))).toContain('You miss this one; the others meet as planned');
  expect(privately(service, ben, 'Your buddy meeting stands')[0]?.lines.join()).toContain('Aisha Khan cannot come; the others meet as planned');
  await service.skipTo(london('2026-12-10T13:45') + seconds(5));
  expect(people.map((person) => privately(service, person, soon).length)).toEqual([0, 1, 1]);
});

test('Keep it answers a clash ahead; nothing more is said of it', async () => {
  const { service, aisha, ben, pair } = await openBuddies({ days: { closed: [{ from: '2026-12-21', to: '2027-01-01' }] } });
  const title = 'A meeting ahead falls on a day off';
  const [card] = privately(service, aisha, title);
  expect(card?.lines.join()).toMatch(/Thursday 24 December 2026, 14:00[^]*Your community is closed on that day[^]*This comes once[^]*Stop these reminders/);
  expect(buttonsOf(cardOf(card?.body ?? {})).map((button) => button.title)).toEqual(['Choose another time', 'Practise alone', 'Keep it', 'Stop these reminders']);
  expect(said(await presses(aisha, 'Keep it'))).toMatch(/^Your buddy meeting stands[^]*You keep Thursday 24 December 2026, 14:00/);
  expect(privately(service, ben, 'Your buddy meeting stands')[0]?.lines.join()).toContain('Aisha Khan keeps Thursday 24 December');
  expect((await pair()).meetings[2]?.isKept).toBe(true);
  // A second word on it, from the card that came before.
  expect(said(await presses(ben, 'Choose another time', { moveDate: '2026-12-18', moveTime: '14:00' }))).toContain('I have asked whether Friday 18 December 2026');
});

describe('The day after', () => {
  test('We met keeps feedback and action with the date it offers; the other is asked by themselves, once more after 48 hours', async () => {
    const { service, aisha, ben, pair } = await metYesterday();
    const [card] = privately(service, aisha, asked);
    expect([card?.at, card?.lines.join()]).toEqual([london('2026-12-11T14:00'), expect.stringMatching(/Feedback[^]*My next action[^]*By when,2026-12-24[^]*Stop these reminders/)]);
    const inputs = { feedback: 'The questions helped', nextAction: 'Quiz Year 4' };
    const saved = await presses(aisha, 'We met', inputs);
    expect(said(saved)).toMatch(/^Thank you[^]*Saved: you met\.[^]*kept, by Thursday 24 December 2026[^]*You meet next on Thursday 24 December 2026, 14:00/);
    expect(titlesOn(saved)).toEqual([]);
    // The same again is the same; a client that sends no date means the one offered.
    await presses(aisha, 'We met', inputs);
    await presses(aisha, 'We met', { ...inputs, due: '' });
    expect((await pair()).actions.map(({ text, dueOn }) => [text, dueOn])).toEqual([['Quiz Year 4', '2026-12-24']]);
    const shelf = pairShelf(tenantId(tenant), ofPair.community, ofPair.pair);
    const entries = await service.service.store.history.ofSession(shelf, sessionId('pair-1-1'));
    expect(entries.map((entry) => entry.kind === 'buddy' && [entry.by.name, entry.didMeet, entry.text, entry.action?.text])).toEqual([['Aisha Khan', true, 'The questions helped', 'Quiz Year 4']]);
    await service.skipTo(london('2026-12-14T07:30') + seconds(5));
    const again = 'Did you meet? I ask once more';
    expect([aisha, ben].map((person) => privately(service, person, again).length)).toEqual([0, 1]);
    expect(said(await presses(ben, 'We met', { feedback: 'x'.repeat(2_000), nextAction: 'Visit', due: 'tomorrow' }))).toContain('by Tuesday 15 December 2026');
    expect((await pair()).modulesDone).toBe(1);
    // Both have what both promised with the next reminder.
    await service.skipTo(london('2026-12-22T14:00') + seconds(5));
    expect(privately(service, aisha, next).at(-1)?.lines.join()).toMatch(/Ben Cole: Visit \(by Tuesday 15 December 2026\),Aisha Khan: Quiz Year 4/);
    expect(said(await presses(aisha, 'Prepared'))).toMatch(/^Your next buddy meeting[^]*You said that you are prepared\.[^]*Ben Cole: Visit \(by Tuesday 15 December 2026\)\nAisha Khan: Quiz Year 4/);
  });

  test('what is wrong in an answer is said on the same card, with every word', async () => {
    const { service, aisha, pair } = await metYesterday();
    for (const [inputs, sentence] of [
      [{ feedback: 'Good', nextAction: 'Quiz', due: '12/3' }, 'that date may be'],
      [{ feedback: 'Good', nextAction: 'Quiz', due: 'soon' }, 'I cannot read that date'],
      [{ feedback: 'Good', nextAction: 'Quiz', due: '2026-12-01' }, 'That date has passed'],
      [{ feedback: 'x'.repeat(2_001), nextAction: '', due: '2026-12-24' }, 'the feedback has 2001 characters, and 2000 fit'],
      [{ feedback: '', nextAction: 'y'.repeat(2_001), due: '2026-12-24' }, 'the next action has 2001 characters, and 2000 fit'],
    ] as const) {
      const back = await presses(aisha, 'We met', inputs);
      expect(said(back)).toContain(sentence);
      expect(inputsOn(back)).toEqual(inputs);
    }
    expect((await pair()).actions).toEqual([]);
    // When two more have begun there is nothing to say of it any more, and nobody is asked to.
    const late = aisha.pressing(aisha.privateChat, { title: 'We met', inputs: { feedback: 'Good' } });
    expect(said(await presses(aisha, "Can't make it"))).toMatch(/^Did you meet your buddy\?[^]*That meeting is over/);
    // A date without an action says nothing.
    expect(said(await presses(aisha, 'We met', { feedback: 'Good', nextAction: '', due: 'soon' }))).toContain('Saved: you met.');
    expect(said(await presses(aisha, "Can't make it"))).toMatch(/^Thank you[^]*Saved: you met\./);
    await service.skipTo(london('2027-01-07T14:00') + seconds(5));
    expect(said(await aisha.send(late))).toBe('That meeting is over. Type “buddy” to see the next ones.');
  });

  test("We didn't meet is no end: another time comes before practising alone", async () => {
    const { aisha, ben, service } = await metYesterday();
    const saved = await presses(aisha, "We didn't meet", { feedback: 'Snow' });
    expect(said(saved)).toMatch(/Saved: you did not meet\.[^]*You can still meet at another time/);
    expect(titlesOn(saved)).toEqual(['Choose another time', 'Practise alone']);
    const choices = await pressesOn(aisha, saved, { title: 'Choose another time' });
    expect(said(choices)).toMatch(/^It did not take place: what instead\?\nFor: Heads\nWith Ben Cole/);
    await pressesOn(aisha, choices, { title: 'Choose another time', inputs: { moveDate: '2026-12-16', moveTime: '15:00' } });
    expect(said(await presses(ben, 'That suits me'))).toContain('to Wednesday 16 December 2026, 15:00');
    await service.skipTo(london('2026-12-16T14:45') + seconds(5));
    expect(privately(service, aisha, soon).map(({ at }) => at).slice(1)).toEqual([london('2026-12-16T14:45')]);
  });
});

test('With nothing settled it is over, and both are told once; it may still be moved, or made up for alone', async () => {
  const { service, aisha, ben, pair } = await prepared();
  await presses(aisha, "Can't make it");
  await service.skipTo(london('2026-12-10T14:00') + minutes(1));
  const title = 'Your buddy meeting did not take place';
  for (const person of [aisha, ben]) expect(privately(service, person, title).map(({ lines }) => lines.join())).toEqual([expect.stringContaining('You meet next: Thursday 24 December 2026, 14:00')]);
  const opened = await aisha.presses(aisha.privateChat, { title: 'Choose another time' });
  expect(said(opened)).toMatch(/^It did not take place: what instead\?/);
  expect(said(await pressesOn(aisha, opened, { title: 'Choose another time', inputs: { moveDate: '2026-12-15', moveTime: '14:00' } }))).toContain('I have asked whether');
  expect(said(await ben.presses(ben.privateChat, { title: 'Practise alone' }))).toContain('It counts as done');
  expect((await pair()).meetings[1]?.state.is).toBe('alone');
});

describe('Who may', () => {
  test('nobody but the two: a stranger learns nothing, whatever their card says, and nothing happens', async () => {
    const { service, aisha, pair } = await prepared();
    const stranger = service.person('Zoe Lane');
    await stranger.says(channel, 'status');
    const card = cardOf(privately(service, aisha, next)[0]?.body ?? {});
    const before = await pair();
    for (const { verb, data } of buttonsOf(card)) {
      for (const forged of [data, { ...data, pair: '99' }, { ...data, community: '19:other@thread.v2' }]) {
        expect(said(await stranger.forges(stranger.privateChat, { verb, data: forged }))).toBe('That is not a pair of yours, or not any more. Type “buddy” to see yours.');
      }
    }
    expect(await pair()).toEqual(before);
    const elsewhere = service.person('Aisha Khan', { tenant: 'bbbbbbbb-0000-0000-0000-00000000000b' });
    expect(said(await elsewhere.forges(elsewhere.privateChat, { verb: 'buddy-prepared', data: buttonsOf(card)[0]?.data ?? {} }))).toMatch(/^That is not a pair of yours/);
  });

  test('nobody once the pair is over', async () => {
    const { aisha, happens } = await prepared();
    await happens({ type: 'ended', why: 'broken-up', by: null });
    for (const title of ['Prepared', "Can't make it", 'Stop these reminders']) expect(said(await presses(aisha, title))).toMatch(/^That is not a pair of yours/);
  });

  test('a card of a meeting that there is not, or with another time than it has, changes nothing', async () => {
    const { aisha, pair } = await prepared();
    const before = await pair();
    const at = london('2026-12-10T14:00');
    const forge = (verb: string, data: Readonly<Record<string, unknown>>) => aisha.forges(aisha.privateChat, { verb, data: { ...ofPair, ...data } });
    expect(said(await forge('buddy-cannot', { meeting: 1, at: at + 1 }))).toMatch(/^Your next buddy meeting[^]*That meeting has another time now/);
    expect(said(await forge('buddy-cannot', { meeting: 0, at }))).toMatch(/^That meeting is over/);
    expect(said(await forge('buddy-met', { meeting: 1, at, feedback: 'Early' }))).toMatch(/stands as it was/);
    expect(said(await forge('buddy-suits', { meeting: 1, at, to: { date: '2026-12-11', time: '15:00' } }))).toMatch(/^Your next buddy meeting/);
    expect(said(await forge('buddy-alternative', { meeting: 1, at, to: at + 1 }))).toContain('Your alternative slot is not what that card showed');
    expect(await pair()).toEqual(before);
  });

  test('pressed in a chat that others read, the card goes to the presser alone', async () => {
    const { service, aisha } = await prepared();
    const [button] = buttonsOf(cardOf(privately(service, aisha, next)[0]?.body ?? {}));
    await aisha.forges(channel, { verb: 'buddy-prepared', data: button?.submitData ?? {}, shape: 'submit' });
    await service.pass(seconds(5));
    expect(service.last(channel).join()).toBe('<at>Aisha Khan</at>: I have written to you in our own chat.');
    expect(service.last(aisha.privateChat)).toContain('You said that you are prepared.');
  });
});

test('A press that Teams brings twice is one effect, whatever happened in between', async () => {
  const { service, aisha, ben } = await prepared();
  const press = aisha.pressing(aisha.privateChat, { title: "Can't make it" });
  await aisha.send(press);
  await aisha.send(press);
  await aisha.forges(aisha.privateChat, { verb: 'buddy-can', data: { ...ofPair, meeting: 1, at: london('2026-12-10T14:00') } });
  await aisha.send(press);
  await service.skipTo(london('2026-12-10T13:45') + seconds(5));
  expect(privately(service, ben, 'Aisha Khan cannot make it: what instead?')).toHaveLength(1);
  expect(privately(service, ben, soon)).toHaveLength(1);
});

test('What the two agree is told with the first meetings, and leads to the form', async () => {
  const { service, aisha, ben } = await openBuddies();
  expect(privately(service, ben, 'Your buddy meetings')[0]?.lines.slice(2, 5)).toEqual([
    'Aisha Khan has filled in when you meet:', 'Thursday 10 December 2026, 14:00 (London time)', 'Thursday 24 December 2026, 14:00 (London time)',
  ]);
  expect(privately(service, aisha, 'Your buddy meetings')).toEqual([]);
  expect(said(await presses(ben, 'Change what we agreed'))).toMatch(/^What we agree/);
});

test('In person, without modules and without an alternative slot, nothing is said of them', async () => {
  const { service, aisha, people } = await prepared({ agreement: { ...agreed, format: 'in-person', joinLink: '', modules: [], alternative: null } });
  const lines = privately(service, nth(people, 1), next)[0]?.lines.join('\n') ?? '';
  expect(lines).toContain('You meet in person.');
  expect(lines).not.toMatch(/Teams|module|Together|Open actions/);
  expect(titlesOn(await presses(aisha, "Can't make it"))).toEqual(['Choose another time', 'Practise alone', 'I can make it after all']);
});
