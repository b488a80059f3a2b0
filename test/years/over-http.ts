// A told life lived over HTTP: everything is typed or pressed, time passes because somebody types `clock`, and what was sent
// is what the fake connector took, with the instant of the service's clock.

import { conversationOf, threadId } from '../../src/core/keys.ts';
import { dayMs, hourMs, type Instant, type Millis, minuteMs } from '../../src/core/time.ts';
import { buttonsOf, cardOf } from '../support/card-buttons.ts';
import type { Person } from '../support/person.ts';
import { channel, openService, type TestService } from '../support/service.ts';
import { type Days, isDayOff } from './awake.ts';
import type { Reminder, What } from './expectation.ts';
import type { Agreed, Own } from './acts.ts';
import type { Cast, Done } from './telling.ts';
import { weekdayOfDate } from './wall-by-intl.ts';

const ofPair = { community: conversationOf(threadId(channel.id)), pair: '1' };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const spoken = (date: string): string => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
const parts = (lengthMs: Millis): string => {
  const [days, hours, minutes] = [Math.floor(lengthMs / dayMs), Math.floor((lengthMs % dayMs) / hourMs), Math.floor((lengthMs % hourMs) / minuteMs)];
  return [`${days}d`, `${hours}h`, `${minutes}m`].filter((part) => !part.startsWith('0')).join(' ');
};

/** By the heading of the card. */
const whats: Readonly<Record<string, What>> = {
  'Your next buddy meeting': 'prepare', 'Your buddy meeting is about to begin': 'soon', 'Did you meet your buddy?': 'after', 'Did you meet? I ask once more': 'again',
  'A meeting ahead falls on a day off': 'clash', 'Your buddy pauses at a meeting ahead': 'clash', 'Your buddy meeting did not take place': 'lapsed',
};

export class OverHttp {
  readonly service: TestService;
  readonly #people: ReadonlyMap<string, Person>;
  readonly #coordinator: Person;
  readonly #sentAt = new WeakMap<object, Instant>();
  #clock: { now(): Instant };
  #days: Days;
  #rev = 0;

  private constructor(service: TestService, { people, days }: Cast) {
    this.service = service;
    this.#people = new Map(people.map((name) => [name, service.person(name)]));
    this.#coordinator = service.person('Zoe');
    this.#clock = service.service.clock;
    this.#days = days;
    service.fault = ({ body }) => { this.#sentAt.set(body, this.#clock.now()); return null; };
  }

  /** The people of a cast are known to the service and a pair, some minutes before their life begins. */
  static async open(cast: Cast): Promise<OverHttp> {
    const service = await openService({ openAt: cast.startAt - 10 * minuteMs, sweepEveryMs: 20_000 });
    const room = new OverHttp(service, cast);
    await room.#setsUp(cast.days);
    for (const person of room.#people.values()) {
      await person.says(channel, 'status');
      await person.says(person.privateChat, 'help');
    }
    const zoe = room.#coordinator;
    await service.time.until(zoe.says(zoe.privateChat, `pairs ${cast.people.join(' and ')}`));
    await service.pass(5_000);
    return room;
  }

  /** Somebody types by how much, and what is left of a minute goes by itself. */
  async passTo(at: Instant): Promise<void> {
    const typed = parts(at - this.#clock.now());
    const zoe = this.#coordinator;
    if (typed !== '') await this.service.time.until(zoe.says(zoe.privateChat, `clock +${typed}`));
    await this.service.pass(Math.max(0, at - this.#clock.now()));
  }

  async stop(): Promise<void> { await this.service.stop(); }

  async start(downMs: Millis): Promise<void> {
    this.service.time.leap(downMs);
    await this.service.boot();
    this.#clock = this.service.service.clock;
  }

  async does({ act, startsAt }: Done, atOfAlternative: Instant | null): Promise<void> {
    const meeting = 'n' in act ? { ...ofPair, meeting: act.n, at: startsAt } : ofPair;
    switch (act.do) {
      case 'agree': return this.#presses(act.by, 'buddy-save', { ...ofPair, ...this.#form(act.agreed) });
      case 'cannot': return this.#presses(act.by, 'buddy-cannot', meeting);
      case 'can': return this.#presses(act.by, 'buddy-can', meeting);
      case 'alone': return this.#presses(act.by, 'buddy-alone', meeting);
      case 'without': return this.#presses(act.by, 'buddy-without-me', meeting);
      case 'keep': return this.#presses(act.by, 'buddy-keep', meeting);
      case 'alternative': return this.#presses(act.by, 'buddy-alternative', { ...meeting, to: atOfAlternative });
      case 'propose': return this.#presses(act.by, 'buddy-another', { ...meeting, moveDate: act.to.date, moveTime: act.to.time, sureOf: isDayOff(act.to.date, this.#days) ? act.to.date : '', opens: false });
      case 'suits': return this.#presses(act.by, 'buddy-suits', { ...meeting, to: act.to });
      case 'prepared': return this.#presses(act.by, act.yes ? 'buddy-prepared' : 'buddy-not-yet', meeting);
      case 'met': return this.#presses(act.by, act.yes ? 'buddy-met' : 'buddy-not-met', { ...meeting, feedback: 'Well', nextAction: '', due: '' });
      case 'silence': return this.#presses(act.by, act.yes ? 'buddy-silent' : 'buddy-unsilent', ofPair);
      case 'own': return this.#presses(act.by, 'me-save', ownForm(act.own));
      case 'days': return this.#setsUp(act.days);
      case 'gone': return this.#presses(act.person, 'buddy-leave-sure', ofPair);
      case 'joined': throw new Error('nobody joins here');
    }
  }

  /** Every reminder that the connector took, with the instant of the service's clock. */
  reminders(): readonly Reminder[] {
    return [...this.#people].flatMap(([to, person]) => this.service.posts(person.privateChat).flatMap(({ lines: [title = ''], body }): readonly Reminder[] => {
      const what = whats[title];
      const data = buttonsOf(cardOf(body)).map((button) => button.data).find(({ meeting }) => typeof meeting === 'number');
      return what === undefined ? [] : [{ to, what, at: this.#sentAt.get(body) ?? 0, n: Number(data?.['meeting']), startsAt: Number(data?.['at']) }];
    }));
  }

  async #presses(by: string, verb: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const person = this.#people.get(by);
    if (person === undefined) throw new Error(`${by} is not here`);
    await person.forges(person.privateChat, { verb, data });
  }

  async #setsUp({ region, closed }: Days): Promise<void> {
    this.#days = { region, closed };
    await this.#coordinator.says(channel, 'set up');
    await this.#coordinator.presses(channel, { title: 'Save', inputs: { holidays: region, closed: closed.map(([from, to]) => `${spoken(from)} to ${spoken(to)}`).join('\n') } });
    await this.service.pass(5_000);
  }

  #form({ slot: { first, time, zone }, alternative }: Agreed): Readonly<Record<string, unknown>> {
    return {
      rev: this.#rev++, shown: '', sureOf: isDayOff(first, this.#days) ? first : '', weekday: weekdays[weekdayOfDate(first)], time, first, zone,
      alternativeWeekday: alternative === null ? '' : weekdays[alternative.weekday], alternativeTime: alternative?.time ?? '', format: 'in-person', joinLink: '', modules: '',
    };
  }
}

const ownForm = ({ zone, hours, pausedUntil }: Own): Readonly<Record<string, unknown>> => ({
  isForm: true, birthday: '', school: '', schoolPhase: 'none', role: '', zone: zone ?? '', wakingFrom: hours?.[0] ?? '', wakingTo: hours?.[1] ?? '', pausedUntil: pausedUntil ?? '',
});
