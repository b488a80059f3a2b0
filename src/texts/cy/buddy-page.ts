// The page of a buddy pair and the form of what the two agree, in Welsh.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { andMore } from './joined.ts';
import { within } from './when.ts';

const weekdays: Unfinished<Texts['buddyPage']['weekdays']> = {
  monday: 'Dydd Llun', tuesday: 'Dydd Mawrth', wednesday: 'Dydd Mercher', thursday: 'Dydd Iau', friday: 'Dydd Gwener', saturday: 'Dydd Sadwrn', sunday: 'Dydd Sul',
};

const form: Unfinished<Texts['buddyPage']['form']> = {
  heading: 'Beth rydym yn ei gytuno',
  intro: (names) => `Gyda ${names}. Bob yn ail wythnos, yr un diwrnod a’r un amser. Gall y naill neu’r llall ei newid unrhyw bryd; caiff y llall wybod.`,
  labels: {
    weekday: 'Diwrnod', time: 'Amser', first: 'Cyfarfod cyntaf', zone: 'Cylchfa amser', alternativeWeekday: 'Diwrnod arall', alternativeTime: 'Amser arall',
    format: 'Sut', joinLink: 'Dolen ymuno', modules: 'Modiwlau',
  },
  hints: { joinLink: 'https://… eich cyfarfod Teams', modules: 'Modiwl dirnad > modiwl cymhwyso, un llinell yr un' },
  formatChoices: { 'in-person': 'Wyneb yn wyneb' },
  noWeekday: 'Dim',
  alternativeHelp: 'Mae’r amser arall ar gyfer pan na all un ohonoch ddod.',
  errorHeading: 'Heb ei gadw eto. Edrychwch ar:',
  changed: 'Mae eich cyfaill wedi’i newid tra oeddech chi’n teipio. Dyma sydd nawr:',
  changedHelp: 'Mae’r hyn a deipioch yma o hyd. Bydd Cadw yn rhoi eich un chi yn ei le.',
  faults: {
    'weekday': () => 'Diwrnod: dewiswch un, neu rhowch y cyfarfod cyntaf.',
    'time': () => 'Amser: ysgrifennwch ef fel 16:00.',
    'first': () => 'Cyfarfod cyntaf: ni allaf ddarllen y dyddiad hwnnw. Ysgrifennwch ef fel 17 Rhagfyr 2026.',
    'first-either': (dates) => `Cyfarfod cyntaf: gallai fod yn ${dates}. Ysgrifennwch yr un rydych yn ei olygu, fel 12 Mawrth.`,
    'first-past': () => 'Cyfarfod cyntaf: mae hwnnw wedi bod. Dewiswch un hwyrach.',
    'first-far': () => 'Cyfarfod cyntaf: mae hwnnw fwy na blwyddyn i ffwrdd. Edrychwch ar y flwyddyn.',
    'first-differs': (date) => `Cyfarfod cyntaf: nid yw ${within(date)} ar y diwrnod a ddewisoch. Newidiwch un o’r ddau.`,
    'zone': (zones) => (zones === '' ? 'Cylchfa amser: dydw i ddim yn adnabod hon. Ysgrifennwch hi fel Europe/London.' : `Cylchfa amser: dydw i ddim yn adnabod hon. Ai ${zones} oeddech chi’n ei feddwl?`),
    'format': () => 'Sut: dewiswch un.',
    'alternative-half': () => 'Amser arall: rhowch ddiwrnod ac amser, neu’r un o’r ddau.',
    'alternative-weekday': () => 'Diwrnod arall: dewiswch un.',
    'alternative-time': () => 'Amser arall: ysgrifennwch ef fel 16:00.',
    'alternative-same': () => 'Amser arall: dyna’ch amser arferol. Dewiswch ddiwrnod neu amser gwahanol.',
    'link': () => 'Dolen ymuno: gludwch y ddolen gyfan. Mae’n dechrau gyda https://.',
    'modules-many': (most) => `Modiwlau: mae lle i ${most} llinell. Gadewch y rhai hen allan.`,
    'modules-long': (lines) => `Modiwlau: mae llinell ${lines} yn rhy hir. Ewch ati i’w byrhau, neu dechreuwch linell newydd i bob modiwl.`,
  },
  daysOff: {
    holiday: 'Cyfarfod cyntaf: mae’n ŵyl banc. I’w gadw, pwyswch Cadw eto; neu dewiswch ddyddiad arall.',
    closed: 'Cyfarfod cyntaf: mae eich cymuned ar gau ar y dyddiad hwnnw. I’w gadw, pwyswch Cadw eto; neu dewiswch ddyddiad arall.',
  },
  summary: 'Beth rydych chi a’ch cyfaill yn ei gytuno',
};

const page: Unfinished<Texts['buddyPage']['page']> = {
  heading: 'Eich pâr',
  pairWith: (names) => `Gyda ${names}`,
  done: { 'agreed': 'Wedi’i gadw. Fe ddyweda i wrth eich cyfaill.', 'action-saved': 'Wedi’i gadw.' },
  labels: { slot: 'Pryd: ', alternative: 'Os na all un ohonoch: ', format: 'Sut: ', modules: 'Modiwlau: ' },
  slot: (weekday, time) => `bob yn ail ${weekday.replace(/^Dydd /, 'ddydd ')}, ${time}`,
  alternative: (weekday, time) => `${within(weekday)}, ${time}`,
  formats: { 'in-person': 'wyneb yn wyneb', 'teams': 'ar Teams, wrth gyfrifiadur' },
  joinLink: 'Dolen ymuno',
  modules: (doneCount, count) => `${doneCount} o ${count} wedi’u gwneud`,
  nextModule: (application) => `. Nesaf: ${application}`,
  afterInsight: (insight) => `, ar ôl ${insight}`,
  meetings: 'Y cyfarfodydd nesaf',
  states: { alone: 'pob un ohonoch yn ymarfer ar ei ben ei hun', lapsed: 'ni phenderfynwyd dim' },
  moved: 'wedi’i symud',
  youCannot: 'ni allwch chi ddod',
  cannot: (name) => `ni all ${name} ddod`,
  proposed: (date, time) => `cynigiwyd ${within(date)}, ${time}`,
  clashes: { closed: 'mae eich cymuned ar gau', holiday: 'gŵyl banc', paused: 'mae un ohonoch yn oedi' },
  without: (names) => `heb ${names}`,
  asks: 'Eich camau sydd ar agor',
  theirs: 'Camau eich cyfaill sydd ar agor',
  said: (date) => `Beth ddywedoch am ${within(date)}`,
  didMeet: { met: 'fe wnaethon ni gwrdd. ', notMet: 'wnaethon ni ddim cwrdd. ' },
  calendar: 'Ffeil calendr',
  subscribe: 'Tanysgrifiad calendr',
  subscribeHelp: 'I danysgrifio, copïwch y ddolen olaf honno i’ch calendr: bydd yn dilyn pob newid.',
  silent: 'Ni chewch nodiadau atgoffa o’r cyfarfodydd hyn.',
  change: 'Newid yr hyn a gytunwyd',
  more: andMore,
  summary: 'Eich pâr',
};

const shared: Unfinished<Texts['buddyPage']['shared']> = {
  heading: 'Pâr o gyfeillion',
  open: 'Does dim wedi’i gytuno eto.',
  door: 'Mae eich tudalen eich hun yn agor i chi yn unig.',
  summary: 'Pâr o gyfeillion',
};

const none: Unfinished<Texts['buddyPage']['none']> = {
  heading: 'Does gennych chi ddim cyfaill yma',
  whys: {
    'no-pairs': 'Does dim parau yn y gymuned hon eto.',
    'not-in': 'Nid ydych yn un o barau’r gymuned hon.',
    'out': 'Fe wnaethoch ofyn am gael eich hepgor.',
  },
  waiting: (date) => `Rydych chi’n chwilio am gyfaill ers ${within(date)}.`,
  paused: (date) => `Rydych chi’n oedi tan ${within(date)}; wedyn gellir eich paru. Teipiwch “fi” i newid hynny.`,
  done: { joined: 'Wedi’i gadw: rydych chi’n chwilio am gyfaill.', out: 'Wedi’i gadw: rwy’n eich hepgor.', left: 'Wedi’i gadw: rydych chi wedi gadael y pâr, ac fe ddyweda i wrth y lleill.' },
  coordinator: (name) => `${name}, y cydlynydd, sy’n gwneud y parau.`,
  noCoordinator: 'Pwy bynnag sy’n teipio “gosod” yn ei sgwrs fydd y cydlynydd, sy’n gwneud y parau.',
  summary: 'Does gennych chi ddim cyfaill yma',
};

const leave: Unfinished<Texts['buddyPage']['leave']> = {
  heading: 'Gadael y pâr hwn?',
  line: (names) => `Ni fyddwch chi a ${names} yn gyfeillion mwyach. Fe ddyweda i wrthyn nhw ac wrth y cydlynydd, a gallwch chwilio am gyfaill arall.`,
  stay: 'Aros',
  summary: 'Gadael eich pâr?',
};

export const buddyPage: Unfinished<Texts['buddyPage']> = { weekdays, form, page, shared, none, leave };
