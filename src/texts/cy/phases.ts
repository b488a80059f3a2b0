// Phases in Welsh, and the words for who speaks.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { and } from './joined.ts';
import { protocolPhases } from './protocol-phases.ts';

export const phases: Unfinished<Texts['phases']> = {
  'start-on-time': {
    title: 'Dechrau’n brydlon',
    line: 'Rhannwch un llwyddiant o’r wythnos ddiwethaf, brawddeg neu ddwy yr un.',
    example: '“Beth aeth yn well na’r disgwyl?”',
  },
  'introduce': {
    title: 'Cyflwyno’r broblem',
    line: 'Mae perchennog y broblem yn dweud beth yw’r broblem a sut mae’n dod i’r golwg yn yr ysgol.',
    example: '“Y broblem yw … a byddaf yn sylwi arni pan …”',
  },
  'clarify': {
    title: 'Egluro',
    line: 'Mae’r cyfoedion yn gofyn cwestiynau byr am ffeithiau; mae perchennog y broblem yn ateb yn gryno. Dim cyngor eto.',
    example: '“Pryd digwyddodd hyn ddiwethaf, a beth wnaethoch chi roi cynnig arno?”',
  },
  'look-deeper': {
    title: 'Edrych yn ddyfnach',
    line: 'Mae’r cyfoedion yn trafod beth sydd y tu ôl i’r broblem. Mae perchennog y broblem yn gwrando ac yn ysgrifennu, heb siarad.',
    example: '“Beth gallai’r staff fod yn ei gredu a fyddai’n esbonio hyn?”',
  },
  'action-step': {
    title: 'Cam gweithredu',
    line: 'Mae’r cyfoedion yn dweud beth fydden nhw’n ei wneud nesaf. Mae perchennog y broblem yn gwrando ac yn ysgrifennu, heb siarad.',
    example: '“Yn fy ysgol i, byddwn i’n dechrau drwy …”',
  },
  'response': {
    title: 'Ymateb',
    line: 'Mae perchennog y broblem yn dweud beth fydd yn ei wneud, ac yn cadw un cam nesaf ar gerdyn y tro hwn.',
    example: '“Yr hyn rwy’n ei gymryd o hyn yw … felly yn gyntaf byddaf yn …”',
  },
  'reflections': {
    title: 'Ein myfyrdodau',
    line: 'Pawb: beth ddysgon ni i gyd o’r rownd hon?',
    example: '“Beth sydd gan broblemau heddiw yn gyffredin?”',
  },
  'close': {
    title: 'Cloi',
    line: 'Cwestiynau olaf, adborth a cheisiadau am help. Cytunwch pwy fydd yn cadeirio’r cyfarfod nesaf.',
    example: '“Pwy allai fy helpu gyda …?”',
  },
  ...protocolPhases,
};

export const people: Unfinished<Texts['people']> = {
  parts: { peers: 'yr holl gyfoedion', everyone: 'pawb' },
  nobody: 'neb',
  more: (count) => `${count} arall`,
  and,
  or: () => 'neu',
};
