// British English for busy teachers: every word shown, joined from one file per area. Short, plain, no jargon.
// Titles and labels that people and outside tests rely on are fixed in product.md.

import { actions } from './en/actions.ts';
import { buddy } from './en/buddy.ts';
import { buddyPage } from './en/buddy-page.ts';
import { pairing } from './en/buddy-pairing.ts';
import { buttons } from './en/buttons.ts';
import { coming } from './en/coming.ts';
import { commands } from './en/commands.ts';
import { problem, setUp, sharedProblem } from './en/forms.ts';
import { groups } from './en/groups.ts';
import { me } from './en/me.ts';
import { notices } from './en/notices.ts';
import { pairCalendar } from './en/pair-calendar.ts';
import { people, phases } from './en/phases.ts';
import { protocols } from './en/protocol-names.ts';
import { readiness } from './en/readiness.ts';
import { record } from './en/record.ts';
import { records } from './en/records.ts';
import { refusals } from './en/refusals.ts';
import { report } from './en/report.ts';
import { session } from './en/session.ts';
import { sharpening } from './en/sharpening.ts';
import { typed } from './en/typed.ts';
import { when } from './en/when.ts';

export const en = { actions, buddy, buddyPage, buttons, coming, commands, groups, me, notices, pairCalendar, pairing, people, phases, problem, protocols, readiness, record, records, refusals, report, session, setUp, sharedProblem, sharpening, typed, when };
