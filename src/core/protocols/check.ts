// What makes a protocol sound: its minutes add up, its phases name known roles, nobody both speaks and is silent.
// Run over the whole catalogue by the tests, so that a faulty file never reaches a session.

import type { Fit, Phase, PhaseId, Protocol } from './protocol.ts';

/** One clear line per fault; empty for a sound protocol. */
export function protocolFaults(protocol: Protocol): readonly string[] {
  return [
    ...identityFaults(protocol),
    ...turnFaults(protocol),
    ...phasesOf(protocol).flatMap((phase) => phaseFaults(protocol, phase)),
    ...protocol.fits.flatMap((fit) => fitFaults(protocol, fit).map((fault) => `${nameOf(fit)}: ${fault}`)),
    ...missingFits(protocol),
  ];
}

/** What is wrong between protocols: words belong to one phase, and a name means one protocol. */
export function catalogueFaults(all: readonly Protocol[]): readonly string[] {
  const phases = all.flatMap((protocol) => phasesOf(protocol).map(({ id }) => id));
  const names = all.flatMap(({ id, alsoCalled = [] }) => [id, ...alsoCalled]);
  return [
    ...repeated(phases).map((name) => `phase '${name}' is there in two protocols`),
    ...repeated(names).map((name) => `'${name}' is the name of two protocols`),
  ];
}

/** All phases in the order of the hour. */
const phasesOf = ({ opening, turn, close }: Protocol): readonly Phase[] => [opening, ...turn, close].filter((phase) => phase !== null);

const nameOf = (fit: Fit): string => `${fit.lengthMinutes} minutes with ${fit.owners} owners`;
/** Also true of a text that is not there at all: a group's own copy need not have passed the compiler. */
const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';
const repeated = (names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

function identityFaults(protocol: Protocol): readonly string[] {
  const { id, credit, source, group, roles, fits } = protocol;
  const faults: string[] = [];
  if (isBlank(id)) faults.push('the id is missing');
  if (isBlank(credit)) faults.push('the credit is missing');
  if (isBlank(source)) faults.push('the source is missing');
  if (group.min > group.max) faults.push(`the group's least, ${group.min}, is more than its most, ${group.max}`);
  const { least = 1 } = group;
  if (!(least >= 1 && least <= group.max)) faults.push(`groups of at least ${least} do not go with groups of at most ${group.max}`);
  if (roles[0]?.count !== 1) faults.push('the first role, which has the turn, is not that of one person');
  for (const name of repeated(phasesOf(protocol).map((phase) => phase.id))) faults.push(`phase '${name}' is there twice`);
  for (const name of repeated(roles.map((role) => role.id))) faults.push(`role '${name}' is there twice`);
  for (const name of repeated(fits.map(nameOf))) faults.push(`${name}: there twice`);
  return faults;
}

function turnFaults({ opening, turn, close, givesLast, leastTurns = 0 }: Protocol): readonly string[] {
  const faults: string[] = [];
  if (turn.length === 0) faults.push('a turn has no phases');
  if (!turn.some((phase) => phase.id === givesLast)) faults.push(`givesLast names '${givesLast}', which is no phase of the turn`);
  if (turn.some((phase) => phase.id === givesLast && phase.isOptional === true)) faults.push(`'${givesLast}' gives last and yet may be left out`);
  if (opening === null && close === null && leastTurns === 0) faults.push('without a turn nothing is left: there is neither opening nor close');
  const collecting = [...turn, close].filter((phase) => phase !== null && phase.collects !== undefined);
  return [...faults, ...collecting.map((phase) => `phase '${phase?.id ?? ''}' collects something, and is not the opening`)];
}

function phaseFaults({ roles }: Protocol, { id, speak, listen, silent = [], mode }: Phase): readonly string[] {
  const faults: string[] = [];
  for (const name of [...speak, ...listen, ...silent]) {
    if (!roles.some((role) => role.id === name)) faults.push(`phase '${id}' names the unknown role '${name}'`);
  }
  for (const name of speak) {
    if ([...listen, ...silent].includes(name)) faults.push(`in phase '${id}' the role '${name}' both speaks and is silent`);
  }
  for (const name of listen) {
    if (silent.includes(name)) faults.push(`in phase '${id}' the role '${name}' both listens and is left to itself`);
  }
  if (speak.length === 0 && mode !== 'silent') faults.push(`nobody speaks in phase '${id}', which is not silent`);
  if (speak.length > 0 && mode === 'silent') faults.push(`somebody speaks in phase '${id}', which is silent`);
  return faults;
}

function fitFaults(protocol: Protocol, fit: Fit): readonly string[] {
  const faults = [...phaseMinutesFaults(protocol, fit), ...endsFaults(protocol, fit), ...numberFaults(fit), ...slotFaults(fit), ...withoutWriteUpFaults(fit)];
  const slotsMinutes = fit.slotMinutes === undefined ? turnLengthMinutes(fit) * fit.owners : sum(fit.slotMinutes);
  const totalMinutes = fit.openingMinutes + slotsMinutes + fit.closeMinutes;
  if (totalMinutes > fit.lengthMinutes) faults.push(`opening, turns and close add up to ${totalMinutes} minutes`);
  return faults;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const turnLengthMinutes = (fit: Fit): number => sum(Object.values(fit.turnMinutes));
/** What a phase can give without going below one minute (domain.md 1.4). */
const canGiveMinutes = (fit: Fit, phase: PhaseId): number => Math.max(0, (fit.turnMinutes[phase] ?? 0) - 1);

function phaseMinutesFaults({ turn }: Protocol, { turnMinutes }: Fit): readonly string[] {
  const unknown = Object.keys(turnMinutes).filter((id) => !turn.some((phase) => phase.id === id));
  const missing = turn.filter((phase) => turnMinutes[phase.id] === undefined);
  return [
    ...unknown.map((id) => `turnMinutes names the unknown phase '${id}'`),
    ...missing.map(({ id }) => `turnMinutes lacks the phase '${id}'`),
  ];
}

/** Minutes for what is not there, and a close that has none: a close gives no time. */
function endsFaults({ opening, close }: Protocol, { openingMinutes, closeMinutes }: Fit): readonly string[] {
  return [
    ...(opening === null && openingMinutes > 0 ? [`${openingMinutes} minutes for an opening that is not there`] : []),
    ...(close === null && closeMinutes > 0 ? [`${closeMinutes} minutes for a close that is not there`] : []),
    ...(close !== null && closeMinutes === 0 ? ['the close has no minutes'] : []),
  ];
}

/** Minutes are whole quarters, since the clock takes time in steps of 15 seconds. */
function numberFaults(fit: Fit): readonly string[] {
  const named = Object.entries({
    lengthMinutes: fit.lengthMinutes, openingMinutes: fit.openingMinutes, closeMinutes: fit.closeMinutes,
    wholeHourTurnMinutes: fit.wholeHourTurnMinutes ?? 0, withoutWriteUp: fit.withoutWriteUp?.minutes ?? 0, ...fit.turnMinutes,
  });
  const slots = (fit.slotMinutes ?? []).map((minutes, index) => [`slot ${index + 1}`, minutes] as const);
  const odd = [...named, ...slots].filter(([, minutes]) => !(minutes >= 0 && Number.isInteger(minutes * 4)));
  const faults = odd.map(([name, minutes]) => `${name} is ${minutes} minutes, not a whole number of 15 seconds`);
  return Number.isInteger(fit.owners) && fit.owners >= 0 ? faults : [...faults, 'owners is not a whole number'];
}

function slotFaults(fit: Fit): readonly string[] {
  const { slotMinutes, slotsTakeFrom } = fit;
  if (slotMinutes === undefined) return [];
  if (slotMinutes.length !== fit.owners) return [`${slotMinutes.length} slots for ${fit.owners} owners`];
  const differing = slotMinutes.filter((minutes) => minutes !== turnLengthMinutes(fit));
  if (differing.length === 0) return [];
  if (slotsTakeFrom === undefined) return ['slots differ from the sum of the phases, and slotsTakeFrom is missing'];
  if (fit.turnMinutes[slotsTakeFrom] === undefined) return [`slotsTakeFrom names the unknown phase '${slotsTakeFrom}'`];
  return differing.flatMap((minutes) => {
    const lackMinutes = turnLengthMinutes(fit) - minutes;
    if (lackMinutes < 0) return [`a slot of ${minutes} minutes is longer than its phases`];
    return lackMinutes > canGiveMinutes(fit, slotsTakeFrom) ? [`a slot of ${minutes} minutes takes more than '${slotsTakeFrom}' can give`] : [];
  });
}

function withoutWriteUpFaults(fit: Fit): readonly string[] {
  if (fit.withoutWriteUp === undefined) return [];
  const { phase, minutes, takenFrom } = fit.withoutWriteUp;
  const unknown = [phase, takenFrom].filter((id) => fit.turnMinutes[id] === undefined);
  if (unknown.length > 0) return unknown.map((id) => `withoutWriteUp names the unknown phase '${id}'`);
  return minutes > canGiveMinutes(fit, takenFrom) ? [`withoutWriteUp takes more than '${takenFrom}' can give`] : [];
}

/** Each length has a fit for every number of owners, from the least to the most of any length that is not longer. */
function missingFits({ fits, leastTurns = 0 }: Protocol): readonly string[] {
  if (fits.length === 0) return ['there are no fits'];
  return [...new Set(fits.map((fit) => fit.lengthMinutes))].flatMap((lengthMinutes) => {
    const most = Math.max(leastTurns, ...fits.filter((fit) => fit.lengthMinutes <= lengthMinutes).map((fit) => fit.owners));
    return Array.from({ length: most + 1 }, (_, owners) => owners)
      .filter((owners) => owners >= leastTurns && !fits.some((fit) => fit.lengthMinutes === lengthMinutes && fit.owners === owners))
      .map((owners) => `${lengthMinutes} minutes: the fit for ${owners} owners is missing`);
  });
}
