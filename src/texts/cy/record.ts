// The words of the whole record of a session in Welsh, a Markdown file.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { within } from './when.ts';

export const record: Unfinished<Texts['record']> = {
  title: (date) => `Sesiwn y gymuned, ${within(date)}`,
  unfinished: 'Sesiwn y gymuned, heb orffen eto',
  held: (start, end) => `Cynhaliwyd o ${start} tan ${end}`,
  planned: (date, time) => `Trefnwyd ar gyfer ${within(date)}, ${time}`,
  endings: { 'completed': 'Cynhaliwyd hyd y diwedd', 'ended-early': 'Gorffennwyd yn gynnar', 'forgotten': 'Gorffennodd ohoni’i hun am nad aeth neb ymlaen' },
  protocol: (title) => `Math o sesiwn: ${title}`,
  chair: (name) => `Cadeirydd: ${name}`,
  attendance: (count) => `Pwy oedd yma (${count})`,
  parts: { owner: 'gyda phroblem', helper: 'i helpu eraill' },
  successes: 'Llwyddiannau',
  turn: (number, owner) => `Tro ${number}: ${owner}`,
  turnOf: (number) => `Tro ${number}`,
  notHeld: 'Ni chynhaliwyd y tro hwn; bydd y broblem yn aros tan sesiwn arall.',
  noWriteUp: 'Nid oedd disgrifiad.',
  action: 'Cam nesaf',
  due: (day) => `erbyn ${within(day)}`,
  writtenBy: (name) => `ysgrifennwyd gan ${name}`,
  came: (outcome, day) => `Beth ddaeth ohono (${outcome}, ${within(day)})`,
  outcomes: { 'done': 'wedi’i wneud', 'partly': 'yn rhannol', 'not-yet': 'ddim eto' },
  noAction: 'Ni chadwyd cam nesaf.',
  requests: 'Ceisiadau am help',
  next: 'Cyfarfod nesaf',
  nextChair: (name) => `Cadeirydd: ${name}`,
  noNextChair: 'Cadeirydd: heb ei ddewis eto',
  noNextMeeting: 'Heb ei drefnu eto',
  times: 'Amserau',
  columns: { turn: 'Tro', phase: 'Rhan', planned: 'Cynllun', began: 'Dechrau', ended: 'Diwedd', took: 'Hyd' },
  never: 'nis cynhaliwyd',
};
