// Titles of buttons in Welsh, by verb.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const buttons: Unfinished<Texts['buttons']> = {
  'in-owner': 'Rwy’n cymryd rhan, gyda phroblem',
  'in-helper': 'Rwy’n cymryd rhan, i helpu eraill',
  'out': 'Dydw i ddim yn cymryd rhan',
  'chair-me': 'Fe wna i gadeirio',
  'start': 'Cychwyn y sesiwn',
  'cancel': 'Canslo’r sesiwn hon',
  'next': 'Rhan nesaf',
  'pause': 'Oedi',
  'minute': 'Un funud arall',
  'end': 'Gorffen y sesiwn',
  'end-confirm': 'Gorffen y sesiwn',
  'end-cancel': 'Dal ati',
  'take-chair': 'Cymryd y gadair',
  'full-length': 'Cynnal yr hyd llawn',
  'whole-hour': 'Defnyddio’r awr gyfan',
  'resume': 'Parhau',
  'note': 'Ychwanegu nodyn',
  'action': 'Cadw fy ngham nesaf',
  'request': 'Ychwanegu cais am help',
  'appoint': 'Penodi',
  'older': 'Hŷn',
  'problem-open': 'Agor fy nisgrifiad',
  'problem-save': 'Cadw drafft',
  'problem-submit': 'Cyflwyno fy mhroblem',
  'set-up': 'Cadw',
  'which': 'Ymlaen',
};
