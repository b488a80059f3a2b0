// What comes ahead of a planned meeting, in Welsh, and the delivery report.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

const groupOf = (name: string): string => (name === '' ? 'eich grŵp' : name);

const nudge: Unfinished<Texts['readiness']['nudge']> = {
  heading: 'Eich problem ar gyfer y cyfarfod nesaf',
  line: (name, date, time) => `Bydd ${groupOf(name)} yn cwrdd ${date}, ${time}. Nid ydych wedi cyflwyno problem ar ei gyfer eto.`,
  help: 'Pum munud mae’n ei gymryd. Gallwch ddod heb yr un hefyd, i helpu’r lleill.',
  why: 'Rydych yn cael hwn am eich bod yn cymryd rhan yn y grŵp hwn. Daw i ben pan fyddwch yn cyflwyno problem; mae Atal y nodiadau hyn yn ei atal am byth.',
  summary: 'Eich problem ar gyfer y cyfarfod nesaf',
};

const reminders: Unfinished<Texts['readiness']['reminders']> = {
  heading: 'Nodiadau atgoffa',
  off: 'Ni fyddaf yn eich atgoffa yn y grŵp hwn mwyach, na chyn cyfarfodydd nac am gamau.',
  on: 'Byddaf yn eich atgoffa yn y grŵp hwn eto: cyn cyfarfodydd tra bo gennych ddim problem wedi’i chyflwyno, ac am gam ar ei ddiwrnod.',
};

const crib: Unfinished<Texts['readiness']['crib']> = {
  heading: 'Chi sy’n cadeirio’r cyfarfod nesaf',
  line: (name, date, time) => `Bydd ${groupOf(name)} yn cwrdd ${date}, ${time}. Mae popeth sydd ei angen ar y dudalen hon.`,
  before: 'Ddeng munud cyn hynny, bydd y cerdyn “Cyn i ni ddechrau” yn agor ohono’i hun. Pan fydd pobl i mewn, pwyswch Cychwyn y sesiwn.',
  movesOn: {
    clock: 'Fi sy’n cadw’r amser: mae rhan yn gorffen ohoni ei hun. Mae Rhan nesaf yn mynd ymlaen yn gynnar, Un funud arall yn cymryd munud o’r rhannau sydd i ddod, Oedi yn stopio’r cloc.',
    chair: 'Rwy’n dangos yr amser a chi sy’n symud ymlaen: pwyswch Rhan nesaf pan fydd rhan ar ben.',
  },
  phase: (title, length) => `${title} (${length}): `,
  upTo: (length) => `hyd at ${length}`,
  between: (least, most) => `${least} i ${most}`,
  says: {
    'start-on-time': '“Croeso. Un llwyddiant o’r wythnos ddiwethaf yr un, mewn brawddeg.”',
    'introduce': '“Beth yw’r broblem, a sut mae’n dod i’r golwg yn eich ysgol? Gwrando mae’r gweddill ohonom.”',
    'clarify': '“Cwestiynau byr am ffeithiau yn unig. Dim cyngor eto.”',
    'look-deeper': '“Beth allai fod y tu ôl i hyn?” Mae perchennog y broblem yn gwrando heb siarad.',
    'action-step': '“Petai hon yn ysgol i mi, beth fyddwn i’n ei wneud nesaf?” Mae’r perchennog yn dal i wrando.',
    'response': '“Beth wnewch chi, ac erbyn pryd?” Maen nhw’n ei gadw ar gerdyn y tro.',
    'reflections': '“Beth ddysgodd pawb ohonom o’r rownd hon?”',
    'close': '“Pwy sydd angen help gyda rhywbeth? Pwy sy’n cadeirio’r tro nesaf?”',
  },
  hints: 'Rhywun yn siarad yn rhy hir? “Diolch. Gadewch i ni glywed y nesaf.” Methu dod? Teipiwch “cadeirydd” ac enw yn sgwrs y grŵp pan fydd y cerdyn ar agor.',
  why: 'Unwaith yn unig y daw hwn, am eich bod wedi’ch dewis i gadeirio a heb gadeirio yma o’r blaen.',
  summary: 'Chi sy’n cadeirio’r cyfarfod nesaf',
};

const readAhead: Unfinished<Texts['readiness']['readAhead']> = {
  heading: 'I’w ddarllen cyn y cyfarfod',
  line: (name, time) => `Bydd ${groupOf(name)} yn cwrdd am ${time}. Rhannwyd y problemau hyn gyda’r grŵp:`,
  why: 'Rydych yn cael hwn am fod y pecyn darllen wedi’i droi ymlaen i’r grŵp hwn. Gall y cydlynydd ei ddiffodd gyda “gosod”.',
  summary: 'I’w ddarllen cyn y cyfarfod',
};

const deliveries: Unfinished<Texts['readiness']['deliveries']> = {
  heading: 'Beth na ellid ei gyflwyno',
  none: 'Dim byd: cyrhaeddodd popeth oedd gen i i bobl ar eu pen eu hunain.',
  other: 'neges',
  unknown: 'ni wyddys y rheswm.',
  whats: {
    'nudge': 'nodyn i’ch atgoffa i ddisgrifio problem',
    'crib': 'y dudalen i gadeirydd newydd',
    'read-ahead': 'y pecyn darllen',
    'questions-asked': 'cwestiynau am broblem a rannwyd',
    'summary': 'crynodeb o dro',
    'problem-form': 'y ffurflen problem',
    'action-written-for': 'gair am gam a ysgrifennodd y cadeirydd',
    'actions': 'nodyn i’ch atgoffa o gam',
    'deliveries': 'yr adroddiad hwn',
    'pairing-news': 'gair bod rhywun yn aros am gyfaill',
    'pairs': 'y parau cyfeillion',
    'pairs-sure': 'cwestiwn am bâr',
    'buddy-reminder': 'nodyn i’ch atgoffa o gyfarfod cyfaill',
    'buddy-follow-up': 'y cwestiwn a wnaeth cyfeillion gwrdd',
    'buddy-offer': 'beth i’w wneud am gyfarfod cyfaill',
    'buddy-proposal': 'amser arall i gyfarfod cyfaill',
    'buddy-news': 'newyddion am bâr o gyfeillion',
    'me': 'y ffurflen ar gyfer “fi”',
  },
  whys: {
    'no-chat': 'nid wyf yn gwybod sut i ysgrifennu atynt ar eu pen eu hunain: mae angen iddynt fy ychwanegu at eu sgyrsiau eu hun.',
    'blocked': 'maen nhw wedi fy rhwystro.',
    'not-installed': 'nid wyf, neu nid wyf mwyach, ymhlith eu sgyrsiau eu hun.',
    'disabled': 'mae gweinyddwr wedi fy niffodd iddyn nhw.',
    'gone': 'nid yw’r sgwrs gan Teams mwyach.',
    'too-large': 'roedd yn rhy fawr i Teams.',
    'outage': 'ni chymerodd Teams y neges am awr.',
    'expired': 'roedd wedi dyddio erbyn i mi allu ei hanfon.',
    'unsure': 'ni ddywedodd Teams a gyrhaeddodd, a dim ond unwaith yr anfonaf nodyn atgoffa.',
    'refused': 'gwrthododd Teams hi.',
  },
  more: (count) => `a ${count} arall`,
  hint: 'Cafodd y rhai na allaf ysgrifennu atynt eu crybwyll yn sgwrs y grŵp, heb yr hyn a ddywedai.',
  chatClosed: (when) => `Ni allaf ysgrifennu at sgwrs y grŵp ers ${when}: ychwanegwch fi ati eto, neu ysgrifennwch ataf yno.`,
  reachedHeading: 'Pryd y cyrhaeddodd rhywbeth bob un ohonynt ar ei ben ei hun ddiwethaf',
  notReached: 'dim byd eto',
  summary: 'Beth na ellid ei gyflwyno',
};

const questions: Unfinished<Texts['readiness']['questions']> = {
  formHeading: (owner) => `Cwestiwn i ${owner}`,
  help: 'Cwestiwn byr am ffaith; dim cyngor eto. Mae’n agor y rhan Egluro, a bydd y grŵp yn ei weld gyda’ch enw.',
  label: 'Cwestiwn',
  hint: 'Enghraifft: Pryd digwyddodd hyn ddiwethaf?',
  empty: 'Ysgrifennwch eich cwestiwn yn gyntaf.',
  tooLong: (lengthChars, maxChars) => `Mae ${lengthChars} nod yn hwnnw; mae lle i ${maxChars}. Mae popeth a deipiwyd yma o hyd.`,
  formSummary: 'Gofyn am broblem a rannwyd',
  askedHeading: 'Cwestiynau am eich problem',
  askedHelp: 'Nhw sy’n agor rhan Egluro eich tro. Nid oes rhaid ateb cyn hynny.',
  askedWhy: 'Rydych yn cael hwn am i chi rannu eich problem a bod eich grŵp yn derbyn cwestiynau ymlaen llaw. Tynnwch hi’n ôl i’w hatal.',
  askedSummary: 'Cwestiynau am eich problem',
  heading: (owner) => `Gofynnwyd ymlaen llaw i ${owner}`,
  summary: 'Cwestiynau a ofynnwyd ymlaen llaw',
};

export const readiness: Unfinished<Texts['readiness']> = { nudge, reminders, crib, readAhead, deliveries, questions };
