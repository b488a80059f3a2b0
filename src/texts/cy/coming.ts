// The words, in Welsh, on the cards of coming and going while the hour runs.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

type Coming = Texts['coming'];

const join: Unfinished<Coming['join']> = {
  heading: 'Ymuno â’r sesiwn',
  line: 'Helpwch y lleill, neu dewch â phroblem: eich tro chi fydd yr olaf wedyn.',
  forWho: (name) => `${name}, dewiswch:`,
  summary: 'Ymuno â’r sesiwn',
};

const ownerAway: Unfinished<Coming['ownerAway']> = {
  heading: (name) => `Nid yw ${name} yma`,
  summary: 'Nid yw perchennog y tro hwn yma',
  choose: (decider) => `${decider} sy’n dewis: mynd ymlaen hebddyn nhw, neu ildio’r tro hwn.`,
  nobody: 'Pwy bynnag sy’n cymryd y gadair fydd yn dewis: mynd ymlaen hebddyn nhw, neu ildio’r tro hwn.',
  movesAfter: (length) => `Heb ateb o fewn ${length}, bydd y tro yn symud i’r diwedd.`,
  carriedOverAfter: (length) => `Heb ateb o fewn ${length}, bydd y broblem yn aros tan sesiwn arall, a’r sesiwn hon yn mynd yn ei blaen.`,
  outcomes: {
    'go-on': 'Mae’r tro yn mynd yn ei flaen.', 'to-end': 'Mae’r tro wedi symud i’r diwedd.', 'skip': 'Bydd y broblem yn aros tan sesiwn arall.',
    'back': 'Maen nhw yn ôl.',
  },
  over: 'Mae’r sesiwn wedi mynd yn ei blaen.',
};

const noTime: Unfinished<Coming['noTime']> = {
  heading: (name) => `Bydd problem ${name} yn aros tan sesiwn arall`,
  summary: 'Bydd un broblem yn aros tan sesiwn arall',
  line: (length, chair) => `Does dim amser ar gyfer un tro arall o ${length}. Gall ${chair}, sy’n cadeirio, ei roi o hyd: bydd y troeon o’i flaen yn fyrrach, ac os nad yw hynny’n ddigon, bydd y sesiwn yn gorffen yn hwyrach.`,
  given: (name) => `${name} sy’n cael y tro olaf wedi’r cyfan.`,
  over: 'Mae’n aros yn barod ar gyfer sesiwn arall.',
};

export const coming: Unfinished<Coming> = { join, ownerAway, noTime };
