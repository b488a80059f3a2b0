// Preparing a problem: draft, submit, verdict, errors that lose nothing; a draft stays its owner's, and only what was
// submitted is ever posted (product.md 5, domain.md 1.5).

import { describe, expect, test } from '@jest/globals';
import { conversationOf, partitionOf, tenantId, threadId } from '../../src/core/keys.ts';
import { hourMs, seconds } from '../../src/core/time.ts';
import { buttonsOf, cardOf, untouchedInputsOf } from '../support/card-buttons.ts';
import type { Answered, Person } from '../support/person.ts';
import { cardOfAnswer, linesOfAnswer } from '../support/read-card.ts';
import { channel, openService, tenant, type TestService } from '../support/service.ts';
import { at, begin, colleagues, gather, nth, submits, suitableWriteUp } from '../support/session-steps.ts';

const answerOf = (answered: Answered): string => linesOfAnswer(answered.body).join('\n');
const secret = 'My very own worry';

async function member(): Promise<{ service: TestService; aisha: Person }> {
  const service = await openService();
  const aisha = service.person('Aisha Khan');
  await gather(service, [aisha]);
  return { service, aisha };
}

describe('The form in the 1:1 chat', () => {
  test('keeps a draft, opens with it again, and says whose community it is for', async () => {
    const { service, aisha } = await member();
    await aisha.says(aisha.privateChat, 'problem');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/My problem write-up\nFor: Heads\nNot saved yet/);
    const saved = await aisha.presses(aisha.privateChat, { title: 'Save draft', inputs: { problem: secret, specific: 'not sure' } });
    expect(answerOf(saved)).toMatch(/Saved as a draft[^]*Only you can see it/);
    await aisha.says(aisha.privateChat, 'problem');
    expect(service.last(aisha.privateChat)).toEqual(expect.arrayContaining([secret]));
    expect(JSON.stringify(service.seen(channel))).not.toContain(secret);
  });

  test('gives its verdict at once: suitable, or a question for each criterion that fails; it never blocks', async () => {
    const { aisha } = await member();
    await aisha.says(aisha.privateChat, 'problem');
    const doubtful = await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { ...suitableWriteUp, solvable: 'not sure', controllable: 'no' } });
    expect(answerOf(doubtful)).toMatch(/Submitted[^]*Not quite suitable[^]*\nSolvable: [^\n]+\?\nControllable: [^\n]+\?/);
    expect(answerOf(doubtful)).not.toMatch(/Specific: [^\n]+\?/);
    const suitable = await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: suitableWriteUp });
    expect(answerOf(suitable)).toMatch(/Suitable: specific, solvable and controllable/);
  });

  test('comes back with every word when a field is empty or too long', async () => {
    const { service, aisha } = await member();
    await aisha.says(aisha.privateChat, 'problem');
    const long = 'x'.repeat(2_001);
    const inputs = { problem: '', evidence: long, why: 'Because' };
    const refused = await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs });
    expect(answerOf(refused)).toMatch(/Problem is empty[^]*Evidence has 2001 characters; 2000 fit/);
    expect(untouchedInputsOf(cardOfAnswer(refused.body))).toMatchObject({ evidence: long, why: 'Because' });
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs, shape: 'submit' });
    expect(service.last(aisha.privateChat)).toEqual(expect.arrayContaining([long, 'Because']));
    await aisha.says(channel, 'problems');
    expect(service.last(channel).join('\n')).toContain('Ready: no one yet');
  });

  test('keeps what it has no room to show: refused for an empty problem, then submitted with every word', async () => {
    const { service, aisha } = await member();
    await aisha.says(aisha.privateChat, 'problem');
    const awkward = { evidence: '"\n'.repeat(999), context: '\\"'.repeat(999), why: '"'.repeat(1_999) };
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { problem: '', ...awkward } });
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: { problem: 'Now with a problem' } });
    const stored = (await service.service.store.documents.list(partitionOf(tenantId(tenant), conversationOf(threadId(channel.id))), 'problem'))[0]?.doc.state;
    expect(stored).toMatchObject({ status: 'ready', writeUp: { problem: 'Now with a problem', evidence: awkward.evidence.trim(), context: awkward.context, why: awkward.why } });
  });

  test('for a community the sender was never seen in saves nothing', async () => {
    const { service, aisha } = await member();
    const stranger = service.person('Zoe Lane');
    await aisha.says(aisha.privateChat, 'problem');
    const card = cardOf(service.connector.visible(aisha.privateChat.id).at(-1)?.activity ?? {});
    const data = { ...buttonsOf(card).find(({ verb }) => verb === 'problem-submit')?.data, ...untouchedInputsOf(card), problem: 'Intruding' };
    expect(answerOf(await stranger.forges(stranger.privateChat, { verb: 'problem-submit', data }))).toMatch(/do not belong to a community/);
    await aisha.says(channel, 'problems');
    expect(service.last(channel).join('\n')).not.toContain('Zoe Lane');
  });
});

describe('In a community', () => {
  test('`problem` carries only a button; it opens the draft for the presser alone', async () => {
    const { service, aisha } = await member();
    await aisha.says(aisha.privateChat, 'problem');
    await aisha.presses(aisha.privateChat, { title: 'Save draft', inputs: { problem: secret } });
    await aisha.says(channel, 'problem');
    const door = service.connector.visible(channel.id).at(-1)?.activity ?? {};
    expect(buttonsOf(cardOf(door)).map(({ title }) => title)).toEqual(['Open my write-up']);
    const opened = await aisha.presses(channel, { title: 'Open my write-up' });
    expect(answerOf(opened)).toContain(secret);
    const other = await service.person('Ben Cole').presses(channel, { title: 'Open my write-up' });
    expect(answerOf(other)).toMatch(/My problem write-up/);
    expect(answerOf(other)).not.toContain(secret);
    expect(JSON.stringify(service.seen(channel))).not.toContain(secret);
  });

  test('a client that cannot answer the presser alone is answered in the 1:1 chat, with a mention where it was pressed', async () => {
    const { service, aisha } = await member();
    await aisha.says(channel, 'problem');
    await aisha.presses(channel, { title: 'Open my write-up', shape: 'submit' });
    await service.pass(seconds(3));
    expect(service.last(aisha.privateChat)[0]).toBe('My problem write-up');
    expect(service.last(channel).join()).toMatch(/^<at>Aisha Khan<\/at>: I have written to you in our own chat/);
    await aisha.presses(aisha.privateChat, { title: 'Submit problem', inputs: suitableWriteUp, shape: 'submit' });
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Submitted/);
  });

  test('a form sent into the shared chat is answered without a word of it, and what was wrong goes to the 1:1 chat', async () => {
    const { service, aisha } = await member();
    const data = { community: channel.id.split(';')[0], problem: '', why: secret };
    await aisha.forges(channel, { verb: 'problem-submit', data, shape: 'submit' });
    await service.pass(seconds(3));
    expect(service.last(aisha.privateChat)).toEqual(expect.arrayContaining(['Problem is empty.', secret]));
    await aisha.forges(channel, { verb: 'problem-submit', data: { ...data, problem: 'A problem' }, shape: 'submit' });
    expect(service.last(channel).join()).toMatch(/Your problem is submitted/);
    expect(JSON.stringify(service.seen(channel))).not.toContain(secret);
  });

  test('`problems` lists who is ready and who is still writing, by name', async () => {
    const { service, aisha } = await member();
    const ben = service.person('Ben Cole');
    await ben.presses(channel, { title: "I'm in, to help others" });
    await submits(aisha);
    await ben.says(ben.privateChat, 'problem');
    await ben.presses(ben.privateChat, { title: 'Save draft', inputs: { problem: secret } });
    await ben.says(channel, 'problems');
    expect(service.last(channel).join('\n')).toMatch(/Ready: Aisha Khan\nStill writing: Ben Cole/);
    await service.pass(seconds(3));
    expect(service.card(channel, "Before we start: who's here?").join('\n')).toMatch(/1 · Aisha Khan · write-up ready/);
  });
});

describe('At the session', () => {
  test('only submitted write-ups are posted, after the agenda; an owner with a draft counts as without one', async () => {
    const service = await openService();
    const people = colleagues(service, 5);
    await gather(service, people, { ready: people.slice(0, 4) });
    const eve = nth(people, 4);
    await eve.says(eve.privateChat, 'problem');
    await eve.presses(eve.privateChat, { title: 'Save draft', inputs: { problem: secret } });
    await service.passTo(at('16:00'));
    await nth(people, 0).presses(channel, { title: 'Start session' });
    await service.passTo(at('16:46'));
    const shown = service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('Write-ups'));
    expect(shown.flatMap(({ lines }) => lines).filter((line) => people.some(({ name }) => name === line))).toEqual(['Aisha Khan', 'Ben Cole', 'Chloe Diaz', 'Dev Patel']);
    const phasesOfTurns = service.posts(channel).filter(({ lines }) => lines[0] === 'Introduce the problem');
    expect(phasesOfTurns.map(({ lines }) => lines[1])).toEqual(['Turn 5 of 5 · Eve Ford · phase 1 of 6']);
    expect(service.card(channel, 'Turn 1 of 5: <at>Aisha Khan</at>').join('\n')).toContain(suitableWriteUp.problem);
    expect(JSON.stringify(service.seen(channel))).not.toContain(secret);
  });

  test('is posted whole: what it belongs to and what was brought with it too', async () => {
    const service = await openService();
    const people = colleagues(service, 1);
    await gather(service, people);
    await submits(nth(people, 0), { ...suitableWriteUp, npqArea: 'headship', frameworkSection: '3.2', artefactLink: 'https://school.example/plan', artefactDescription: 'Our planning sheet' });
    await nth(people, 0).presses(channel, { title: 'Start session' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toMatch(/Why[^]*NPQ area[^]*Headship[^]*3\.2[^]*Our planning sheet[^]*https:\/\/school\.example\/plan/);
  });

  test('one submitted later is shown and changes no minutes', async () => {
    const service = await openService();
    const people = colleagues(service, 5);
    await begin(service, people);
    const eve = nth(people, 4);
    await submits(eve, { ...suitableWriteUp, problem: 'Late but ready' });
    await service.pass(seconds(5));
    expect(service.card(channel, 'Write-ups').join('\n')).toMatch(/Eve Ford[^]*Late but ready/);
    await service.pass(hourMs);
    expect(service.posts(channel).filter(({ lines }) => lines[0] === 'Introduce the problem')).toHaveLength(5);
  });

  test('a problem that was discussed is over, and the form starts afresh', async () => {
    const service = await openService();
    const people = colleagues(service, 1);
    const aisha = nth(people, 0);
    await begin(service, people, { ready: people });
    await service.pass(hourMs);
    await aisha.says(aisha.privateChat, 'problem');
    expect(service.last(aisha.privateChat).join('\n')).toMatch(/Not saved yet/);
    expect(service.last(aisha.privateChat)).not.toContain(suitableWriteUp.problem);
  });
});

test('Long write-ups are posted whole, page by page, and the form never cuts what was typed', async () => {
  const service = await openService();
  const people = colleagues(service, 4);
  await gather(service, people);
  const field = (mark: string): string => `${mark}"\n`.repeat(500);
  const inputs = { ...suitableWriteUp, problem: field('p1'), evidence: field('e2'), context: field('c3'), why: field('w4') };
  for (const person of people) await submits(person, inputs);
  await service.passTo(at('16:00'));
  await nth(people, 0).presses(channel, { title: 'Start session' });
  await service.pass(seconds(30));
  const pages = service.posts(channel).filter(({ lines }) => lines[0]?.startsWith('Write-ups'));
  expect(pages.length).toBeGreaterThan(1);
  const all = pages.flatMap(({ lines }) => lines).join('');
  for (const mark of ['p1', 'e2', 'c3', 'w4']) expect(all.split(mark).length - 1).toBe(2_000);
  expect(service.connector.requests.filter(({ act, body }) => act === 'post' && JSON.stringify(cardOf(body)).length > 14_000)).toEqual([]);
});
