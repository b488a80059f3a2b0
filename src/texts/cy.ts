// Welsh for busy teachers, joined from one file per area. Not yet read by anyone who grew up with it: every line here
// needs a native reader before `isChecked` in languages.ts may be set. What is missing is said in English (unfinished.ts).

import { actions } from './cy/actions.ts';
import { buddy } from './cy/buddy.ts';
import { buddyPage } from './cy/buddy-page.ts';
import { pairing } from './cy/buddy-pairing.ts';
import { buttons } from './cy/buttons.ts';
import { coming } from './cy/coming.ts';
import { commands } from './cy/commands.ts';
import { problem, setUp, sharedProblem } from './cy/forms.ts';
import { groups } from './cy/groups.ts';
import { me } from './cy/me.ts';
import { notices } from './cy/notices.ts';
import { pairCalendar } from './cy/pair-calendar.ts';
import { people, phases } from './cy/phases.ts';
import { protocols } from './cy/protocol-names.ts';
import { readiness } from './cy/readiness.ts';
import { record } from './cy/record.ts';
import { records } from './cy/records.ts';
import { refusals } from './cy/refusals.ts';
import { report } from './cy/report.ts';
import { session } from './cy/session.ts';
import { sharpening } from './cy/sharpening.ts';
import { typed } from './cy/typed.ts';
import { when } from './cy/when.ts';
import type { Texts } from './texts.ts';
import type { Unfinished } from './unfinished.ts';

export const cy: Unfinished<Texts> = { actions, buddy, buddyPage, buttons, coming, commands, groups, me, notices, pairCalendar, pairing, people, phases, problem, protocols, readiness, record, records, refusals, report, session, setUp, sharedProblem, sharpening, typed, when };
