// What the commands on the store's file have in common: settings, one sentence at the end, and the exit code.

import { config as readDotenv } from 'dotenv';
import { environment, readStoreConfig } from './config.ts';

/** What a command is told: the store's file, and what was typed after the command's name, null if nothing. */
export interface Typed {
  readonly path: string;
  readonly argument: string | null;
}

/** Runs `work` and prints what it gives; what it throws is printed as an error, with exit code 1. */
export async function runStoreCommand(work: (typed: Typed) => string | Promise<string>): Promise<void> {
  try {
    readDotenv({ quiet: true });
    const settings = readStoreConfig(environment());
    if (settings.store !== 'sqlite') throw new Error('With STORE=cosmos there is no file: Cosmos DB keeps a continuous backup itself, see "Backup and restore" in the README.');
    const [, , argument = null, ...more] = process.argv;
    if (more.length > 0) throw new Error('One file at a time: put quotation marks around a path with spaces.');
    process.stdout.write(`${await work({ path: settings.path, argument })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'Unknown fault.'}\n`);
    process.exitCode = 1;
  }
}
