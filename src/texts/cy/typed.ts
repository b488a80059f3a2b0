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
    'birthday': ['pen-blwydd', 'penblwydd'],
    'protocols': ['protocolau', 'mathau'],
    'rehearse': ['ymarfer'],
    'coordinator': ['cydlynydd'],
    'clock': ['cloc'],
  },
  withProblem: ['gyda phroblem', 'gyda’i phroblem', "gyda'i phroblem", 'gyda’i broblem', "gyda'i broblem", 'â phroblem'],
  by: ['gan'],
  on: ['ar'],
  and: ['ac', 'a'],
  months: [
    'ionawr', 'chwefror', 'mawrth', 'ebrill', 'mai', 'mehefin', 'gorffennaf', 'awst', 'medi', 'hydref', 'tachwedd', 'rhagfyr',
    'ionawr', 'chwefror', 'fawrth', 'ebrill', 'fai', 'fehefin', 'orffennaf', 'awst', 'fedi', 'hydref', 'dachwedd', 'ragfyr',
  ],
};
