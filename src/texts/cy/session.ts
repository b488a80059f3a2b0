// The words on the cards of a running session in Welsh: lobby, agenda, turn, phases, pause, close.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { andMore } from './joined.ts';

type Session = Texts['session'];

const lobby: Unfinished<Session['lobby']> = {
  heading: 'Cyn i ni ddechrau: pwy sydd yma?',
  state: { started: 'Mae’r sesiwn wedi cychwyn.', cancelled: 'Cafodd y sesiwn hon ei chanslo.', closed: 'Ni chychwynnodd neb y sesiwn hon, felly fe’i caewyd.' },
  alone: 'Dim ond chi hyd yn hyn. Gallwch gychwyn beth bynnag.',
  owners: (count) => `Yn cymryd rhan, gyda phroblem (${count}), yn nhrefn y troeon:`,
  noOwners: 'Does gan neb broblem eto. Heb un, y sesiwn yw Dechrau’n brydlon, camau sydd i’w gwneud, a Chloi.',
  ready: 'disgrifiad yn barod',
  notReady: 'dim disgrifiad eto',
  moreOwners: andMore,
  helpers: (names) => `Yn cymryd rhan, i helpu eraill: ${names}`,
  chair: (name, why) => `Cadeirydd: ${name} (${why})`,
  noChair: 'Cadeirydd: neb eto',
  chairReasons: {
    'volunteered': 'cynigiodd gadeirio',
    'appointed': 'penodwyd yn y cyfarfod diwethaf',
    'earliest-birthday': 'pen-blwydd cynharaf yn y flwyddyn',
    'fewest-times': 'wedi cadeirio leiaf aml',
    'longest-ago': 'heb gadeirio ers y cyfnod hiraf',
    'by-name': 'cyntaf yn ôl enw',
    'only-one': 'yr unig un hyd yn hyn',
  },
  birthdays: 'Nid oes neb wedi rhoi pen-blwydd, sef sut y cynigir y cadeirydd cyntaf. I roi eich un chi, teipiwch: pen-blwydd 14 Mawrth',
  planned: (start, end) => `Cynllun: ${start} tan ${end}`,
  unplanned: (end) => `Bydd yn dechrau pan bwysir Cychwyn y sesiwn. O gychwyn nawr, bydd yn gorffen am ${end}`,
  early: (length, booked) => `Gyda hyn o broblemau mae’n cymryd ${length} o’r ${booked}.`,
  kind: (title, length, group) => `Heddiw: ${title} · ${length} · grwpiau o ${group.min} i ${group.max}`,
  wholeHour: 'Ar ôl cychwyn, caiff y cadeirydd bwyso Defnyddio’r awr gyfan ar yr agenda.',
  summary: 'Cyn i ni ddechrau: pwy sydd yma?',
};

const agenda: Unfinished<Session['agenda']> = {
  chair: (name) => `Cadeirydd: ${name}`,
  insteadOf: (name) => `Cynigiwyd ${name}, nad yw’n cymryd rhan.`,
  kind: (title) => `Heddiw: ${title}`,
  notHeld: (owner) => `${owner} · yn aros tan sesiwn arall`,
  phases: (list) => `Pob tro: ${list}`,
  range: (least, most) => `${least} i ${most}`,
  ends: (time) => `Yn gorffen am ${time}`,
  movesByHand: (chair) => `${chair} sy’n mynd ymlaen i bob rhan drwy bwyso Rhan nesaf. Pan fydd un yn cymryd mwy o amser, bydd y rhai sydd i ddod yn fyrrach.`,
  late: (length) => `Dechreuon ni’n hwyr. Mae’r troeon ${length} yn fyrrach i gyd.`,
  privacy: 'Gall pawb yn y sianel neu’r sgwrs hon ddarllen yr hyn a roddir yma. Mae’r hyn a ddywedir yma yn aros yma.',
  asksForProblem: 'Ni ddaeth neb â phroblem heddiw. Oes un y gallen ni siarad amdani? Teipiwch “problem” i’w disgrifio erbyn y tro nesaf.',
  summary: (end) => `Agenda: yn gorffen am ${end}`,
};

const turn: Unfinished<Session['turn']> = {
  heading: (number, count, owner) => `Tro ${number} o ${count}: ${owner}`,
  problem: 'Y broblem',
  noProblem: 'Dim disgrifiad: caiff y broblem ei hadrodd yn y munudau cyntaf.',
  note: 'Nodyn',
  noteHint: 'Cwestiwn, sylw neu awgrym',
  action: 'Fy ngham nesaf',
  actionHint: 'I berchennog y broblem: beth wnaf i',
  due: 'Erbyn pryd',
  summary: (number, count) => `Mae tro ${number} o ${count} yn dechrau`,
};

const successes: Unfinished<Session['successes']> = {
  heading: 'Un llwyddiant yr un',
  line: 'Dywedwch ef yn uchel; ysgrifennwch ef os hoffech.',
  note: 'Nodyn',
  noteHint: 'Llwyddiant o’r wythnos ddiwethaf',
  noteError: 'Ysgrifennwch rywbeth yn gyntaf.',
  summary: 'Un llwyddiant o’r wythnos ddiwethaf',
};

const closing: Unfinished<Session['closing']> = {
  heading: 'Cyn i ni fynd',
  request: 'Cais am help',
  requestHint: 'Gyda beth gallai cydweithiwr eich helpu?',
  nextChair: 'Cadeirydd y cyfarfod nesaf',
  proposed: (name) => `Cynnig: ${name}`,
  shortList: (count) => `Enwau ar y rhestr hon: y ${count} cyntaf.`,
  nextDate: 'Cyfarfod nesaf',
  nextTime: 'Amser',
  proposedNext: 'Yn ôl y rhythm. Mae’n sefyll oni bai bod un arall yn cael ei osod.',
  summary: 'Ceisiadau am help, a phwy sy’n cadeirio nesaf',
};

const phase: Unfinished<Session['phase']> = {
  turn: ({ number, count, owner, phaseNumber, phaseCount }) => `Tro ${number} o ${count} · ${owner} · rhan ${phaseNumber} o ${phaseCount}`,
  speaking: (who) => `Yn siarad: ${who}`,
  listening: (who) => `Yn gwrando’n unig: ${who}`,
  silent: (who) => `Yn dawel: ${who}`,
  order: (names) => `Yn eu tro: ${names}`,
  example: (question) => `Er enghraifft: ${question}`,
  running: (end, length) => `Yn gorffen am ${end} · ${length}`,
  runningByHand: (end, length, chair) => `Tan ${end} · ${length} · yna ${chair} sy’n pwyso Rhan nesaf`,
  timeUp: (end, chair) => `Daeth yr amser i ben am ${end} · ${chair} sy’n pwyso Rhan nesaf i fynd ymlaen`,
  overtime: (end, over, chair) => `Daeth yr amser i ben am ${end} · ${over} dros yr amser · ${chair} sy’n pwyso Rhan nesaf i fynd ymlaen`,
  moreThan: (length) => `mwy na ${length}`,
  paused: (length) => `Wedi oedi · ${length} i gyd`,
  over: (start, end, length) => `Ar ben: ${start} tan ${end} · ${length}`,
  next: (title) => `Nesaf: ${title}`,
  nextOwner: (title, owner) => `Nesaf: ${title} · ${owner}`,
  last: 'Nesaf: y crynodeb',
  chair: (name) => `Cadeirydd: ${name}`,
  session: (chair, end) => `Cadeirydd: ${chair} · bydd y sesiwn yn gorffen am ${end}`,
  ownerAway: (name) => `Nid yw ${name} yma.`,
  endOffer: (end) => `Ni all yr un rhan arall roi munud. Pwyswch Un funud arall eto a bydd y sesiwn yn gorffen am ${end}.`,
  takeover: (name, at, chair) => `Mae ${name} wedi gofyn am gael cadeirio, a bydd yn cymryd drosodd am ${at} oni bai bod ${chair} yn pwyso neu’n ysgrifennu rhywbeth.`,
  summary: (title, end) => `${title}: yn gorffen am ${end}`,
  timeUpSummary: (title) => `${title}: mae’r amser ar ben`,
  overSummary: (title) => `${title}: ar ben`,
};

/** What one person does themselves is said as a wish, which is shorter than "you …". */
const own: Unfinished<Session['own']> = {
  does: {
    speak: (end) => `Chi sy’n siarad nawr, tan ${end}`,
    round: (end) => `Pawb i siarad yn eu tro, tan ${end}`,
    ask: (end) => `Gofynnwch gwestiynau byr, tan ${end}; dim cyngor eto`,
    answer: (end) => `Atebwch mewn ychydig eiriau, tan ${end}`,
    listen: (end, again) => (again === null ? `Gwrandewch ac ysgrifennwch, tan ${end}` : `Gwrandewch ac ysgrifennwch; chi fydd yn siarad eto am ${again}`),
    write: (end, again) => (again === null ? `Distawrwydd: darllenwch ac ysgrifennwch, tan ${end}` : `Distawrwydd: darllenwch ac ysgrifennwch; chi fydd yn siarad eto am ${again}`),
    wait: () => 'Dim i’w wneud nes bod y sesiwn yn mynd yn ei blaen',
    join: () => 'Dydych chi ddim yn y sesiwn hon: pwyswch Ymuno',
    read: () => 'Dydych chi ddim yn y sesiwn hon',
  },
  turn: (start) => `Bydd eich tro yn dechrau am ${start}`,
  chairs: 'Chi sy’n cadeirio',
  refresh: 'Adnewyddu',
};

const paused: Unfinished<Session['paused']> = {
  heading: 'Wedi oedi',
  byPerson: (name) => `Oedodd ${name} y sesiwn.`,
  byOutage: (length) => `Roeddwn i ffwrdd ac rwyf ${length} yn hwyr, felly rwyf wedi oedi’r sesiwn.`,
  where: (title, left) => `${title}: ${left} ar ôl`,
  whereOwner: (title, owner, left) => `${title} · ${owner}: ${left} ar ôl`,
  over: (title, over) => `${title}: ${over} dros yr amser`,
  chair: (name) => `Y cadeirydd, ${name}, sy’n penderfynu sut i fynd ymlaen.`,
  finish: 'Gorffen',
  planned: (end) => `Ar yr amser a drefnwyd, ${end}`,
  later: 'Yn hwyrach, yn ôl hyd yr oedi',
  resumedOver: (name) => `Mae ${name} wedi ailgychwyn y sesiwn. Mae’r rhan hon dros ei hamser.`,
  resumed: (name, end) => `Mae ${name} wedi ailgychwyn y sesiwn. Bydd y rhan hon yn gorffen am ${end}.`,
  ended: 'Mae’r sesiwn ar ben.',
  summary: 'Mae’r sesiwn wedi’i hoedi',
};

const endAsked: Unfinished<Session['endAsked']> = {
  heading: 'Gorffen y sesiwn?',
  line: (name) => `Pwysodd ${name} Gorffen y sesiwn. I’w gorffen nawr i bawb, pwyswch unwaith eto.`,
  over: 'Wedi’i ateb.',
  summary: 'Gorffen y sesiwn?',
};

export const session: Unfinished<Session> = { lobby, agenda, turn, successes, closing, phase, own, paused, endAsked };
