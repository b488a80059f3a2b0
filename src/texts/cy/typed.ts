// What people type in Welsh, besides the English that always works. Mutated months, since people write "14 o Fawrth".

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const typed: Unfinished<Texts['typed']> = {
  commands: {
    'help': ['cymorth', 'helô', 'helo', 'shwmae'],
    'set up': ['gosod', 'gosodiadau'],
    'start': ['cychwyn', 'dechrau'],
    'next': ['nesaf', 'rhan nesaf'],
    'pause': ['oedi', 'saib'],
    'resume': ['parhau', 'ailgychwyn'],
    'more time': ['mwy o amser', 'un funud arall', 'munud'],
    'end': ['gorffen', 'diwedd', 'canslo'],
    'note': ['nodyn'],
    'action': ['cam', 'cam nesaf'],
    'status': ['statws', 'ble ydyn ni'],
    'order': ['trefn'],
    'absent': ['absennol'],
    'here': ['yma'],
    'chair': ['cadeirydd', 'cadair'],
    'problem': ['problem', 'fy mhroblem', 'disgrifiad'],
    'problems': ['problemau'],
    'history': ['hanes'],
    'actions': ['camau'],
    'report': ['adroddiad'],
    'me': ['fi', 'proffil', 'oedi tan'],
    'birthday': ['pen-blwydd', 'penblwydd'],
    'protocols': ['protocolau', 'mathau'],
    'rehearse': ['ymarfer'],
    'coordinator': ['cydlynydd'],
    'deliveries': ['cyflwyno', 'adroddiad cyflwyno'],
    'clock': ['cloc'],
  },
  withProblem: ['gyda phroblem', 'gyda’i phroblem', "gyda'i phroblem", 'gyda’i broblem', "gyda'i broblem", 'â phroblem'],
  by: ['gan'],
  on: ['ar'],
  and: ['ac', 'a'],
  byDate: ['erbyn'],
  dates: {
    'heddiw': 'today', 'yfory': 'tomorrow', 'fory': 'tomorrow', 'drennydd': 'day after tomorrow',
    'dydd llun': 'monday', 'dydd mawrth': 'tuesday', 'dydd mercher': 'wednesday', 'dydd iau': 'thursday', 'dydd gwener': 'friday', 'dydd sadwrn': 'saturday', 'dydd sul': 'sunday',
    'ddydd llun': 'monday', 'ddydd mawrth': 'tuesday', 'ddydd mercher': 'wednesday', 'ddydd iau': 'thursday', 'ddydd gwener': 'friday', 'ddydd sadwrn': 'saturday', 'ddydd sul': 'sunday',
    'llun': 'monday', 'mercher': 'wednesday', 'iau': 'thursday', 'gwener': 'friday', 'sadwrn': 'saturday', 'sul': 'sunday',
    'wythnos nesaf': 'next week', 'yr wythnos hon': 'this week', 'wythnos i': 'week', 'mewn wythnos': 'in a week', 'ymhen wythnos': 'in a week', 'mewn mis': 'in a month', 'ymhen mis': 'in a month', 'y mis': 'month', 'yr wythnos': 'week', 'nesaf': 'next', 'ymhen': 'in', 'mewn': 'in', 'diwedd': 'end', 'y mis hwn': 'this month', 'mis nesaf': 'next month',
    'diwrnod': 'days', 'niwrnod': 'days', 'wythnos': 'weeks', 'mis': 'months', 'pythefnos': 'fortnight', 'y': '', 'yr': '', 'o': '', 'ar': '',
    'un': 'one', 'dau': 'two', 'dwy': 'two', 'tri': 'three', 'tair': 'three', 'pedwar': 'four', 'pedair': 'four', 'pum': 'five', 'pump': 'five', 'chwe': 'six', 'chwech': 'six', 'saith': 'seven', 'wyth': 'eight', 'naw': 'nine', 'deg': 'ten', 'ddeg': 'ten',
  },
  months: [
    'ionawr', 'chwefror', 'mawrth', 'ebrill', 'mai', 'mehefin', 'gorffennaf', 'awst', 'medi', 'hydref', 'tachwedd', 'rhagfyr',
    'ionawr', 'chwefror', 'fawrth', 'ebrill', 'fai', 'fehefin', 'orffennaf', 'awst', 'fedi', 'hydref', 'dachwedd', 'ragfyr',
  ],
};
