// Reads a Dockerfile into its stages, and says what is wrong with one for this service.

export interface Instruction { readonly word: string; readonly rest: string }

/** Without comments, with continued lines put together. */
export const instructionsOf = (text: string): readonly Instruction[] =>
  text.replace(/\\\n/g, ' ').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    return { word: word.toUpperCase(), rest: rest.join(' ') };
  });

/** Each begins with its FROM. */
export function stagesOf(text: string): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.word === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** What a COPY takes from the folder of the build; nothing for one from another stage. */
export const copiedBy = ({ word, rest }: Instruction): readonly string[] =>
  (word !== 'COPY' || rest.includes('--from=') ? [] : rest.split(' ').filter((part) => !part.startsWith('--')).slice(0, -1).map((path) => path.replace(/^\.\//, '')));

export interface Wanted {
  /** The version of Node that the tests run with. */
  readonly node: string;
  /** The command of package.json that starts the service. */
  readonly start: string;
}

/** One line a fault. */
export function dockerFaults(text: string, { node, start }: Wanted): readonly string[] {
  const stages = stagesOf(text);
  const last = stages.at(-1) ?? [];
  const all = stages.flat();
  const of = (word: string): readonly string[] => last.filter((each) => each.word === word).map(({ rest }) => rest);
  const installs = all.filter(({ word, rest }) => word === 'RUN' && /\bnpm (install|ci|i)\b/.test(rest)).map(({ rest }) => rest);
  const command = parsed(of('CMD').at(-1) ?? '');
  const faults: readonly (readonly [boolean, string])[] = [
    [all.some(({ word, rest }) => word === 'FROM' && rest.split(' ')[0] !== `node:${node}-slim`), `an image other than node:${node}-slim`],
    [all.some(({ word }) => word === 'ADD'), 'ADD, which also fetches and unpacks'],
    [all.some((each) => copiedBy(each).some((path) => path === '.' || path === '*')), 'everything is copied'],
    [installs.length !== 1 || !installs.every((install) => install.includes('--omit=dev')), 'packages for development are installed'],
    [stages.some(installsAfterSources), 'packages are installed after the sources were copied'],
    [!['node', '1000'].includes(of('USER').at(-1) ?? 'root'), 'it runs as root'],
    [last.findIndex(({ word }) => word === 'USER') > last.findIndex(({ word }) => word === 'CMD'), 'the user comes after the command'],
    [command === null || command.join(' ') !== start, `the command is not ${start} without a shell`],
    [of('ENTRYPOINT').length > 0, 'an entry point stands before the command'],
    [!of('ENV').some((rest) => /\bNODE_ENV=production\b/.test(rest)), 'NODE_ENV is not production'],
    [all.some(({ word, rest }) => /^(ENV|ARG)$/.test(word) && /secret|password|token|key/i.test(rest)), 'a secret is asked for'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

/** Then every change of a source would install anew. */
function installsAfterSources(stage: readonly Instruction[]): boolean {
  const install = stage.findIndex(({ word, rest }) => word === 'RUN' && /\bnpm (install|ci|i)\b/.test(rest));
  return stage.slice(0, Math.max(install, 0)).some((each) => copiedBy(each).some((path) => !/^package(-lock)?\.json$/.test(path)));
}

function parsed(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.map(String) : null;
}
