// What people read about themselves: the form of `me`, and how it is from then on.

import type { MeError, MeMessage } from '../../core/messages.ts';
import type { SchoolPhase } from '../../core/person/profile.ts';
import { months } from './notices.ts';

export const me = {
  heading: 'About you',
  help: 'All of it is optional. Your school helps to pair people across schools, your birthday to propose a chair; nobody else is shown this form.',
  quiet: 'Quiet hours: outside the times below I write to you only in a running session or shortly before a meeting. Leave zone and times empty to go by your groups.',
  labels: {
    birthday: 'Birthday', school: 'School', schoolPhase: 'School phase', role: 'Role', zone: 'Time zone',
    wakingFrom: 'Write to me from', wakingTo: 'Write to me until', pausedUntil: 'Pause reminders until',
  },
  hints: { birthday: '14 March', role: 'Deputy head', zone: 'Europe/London', wakingFrom: '07:30', wakingTo: '18:30', pausedUntil: '5 January' },
  phases: {
    'early-years': 'Early years', 'primary': 'Primary', 'secondary': 'Secondary', 'all-through': 'All-through', 'special': 'Special', 'post-16': 'Post-16', 'other': 'Other',
  } satisfies Readonly<Record<SchoolPhase, string>>,
  noPhase: 'Not said',
  birthday: (day: number, month: number) => `${day} ${months[month - 1] ?? ''}`,
  done: {
    saved: 'Saved. Type “me” to change it.',
    paused: 'Your reminders are paused.',
    started: 'Your reminders have started again.',
    resumed: 'I will remind you in that group again.',
  } satisfies Readonly<Record<NonNullable<MeMessage['done']>, string>>,
  none: 'not said',
  zoneOfGroups: (zone: string) => (zone === '' ? 'that of each group' : `${zone}, as in your groups`),
  hours: (from: string, to: string) => `between ${from} and ${to}, on school days`,
  hoursOfGroups: (from: string, to: string) => (from === '' ? 'in the hours each group has set, on school days' : `between ${from} and ${to}, on school days, as in your groups`),
  writeToMe: 'I write to you',
  pause: 'Reminders',
  running: 'on',
  pausedUntil: (day: string) => `none until ${day}; then they start again by themselves. News and your sessions still reach you.`,
  stopped: 'Stopped in',
  unnamed: 'a chat without a name',
  resume: (group: string) => `Resume: ${group}`,
  errorHeading: 'Not saved yet. Please look at:',
  errors: {
    birthday: 'Birthday: please write day and month, like 14 March.',
    school: 'School: that is too long, 120 characters fit.',
    role: 'Role: that is too long, 120 characters fit.',
    zone: 'Time zone: I do not know this one. Write it like Europe/London.',
    waking: 'Write to me: please give two times like 07:30 and 18:30, the later one last, or leave both empty.',
    pausedUntil: 'Pause: I cannot read that date. Please write it like 5 January.',
    pausedPast: 'Pause: please give a day from tomorrow on, or leave it empty.',
  } satisfies Readonly<Record<MeError, string>>,
  eitherDate: (dates: string) => `Pause: that date may be ${dates}. Please write the one you mean, like 12 March.`,
  summary: 'About you',
};
