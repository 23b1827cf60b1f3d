import type { z } from 'zod';
import type { PermissionName } from '../authorize/permissions.ts';
import type { Context, LookUpSources } from '../context.ts';
import type { Reply } from '../reply/reply.ts';

/** Something people may say: `/name rest` or `/alias rest`. */
export interface Command {
  /** English word without the slash. */
  readonly name: string;
  /** Chinese words; the first is the one that help shows. */
  readonly aliases: readonly [string, ...string[]];
  /** What it does, in a few Chinese words. */
  readonly summary: string;
  /** What to type, e.g. `/ranking 园区 10月`. */
  readonly example: string;
  /** Under which heading help lists it; the headings stand in the order of the list of commands. */
  readonly section: '上报' | '排名与得分' | '考核管理' | '企业服务' | '管理' | '帮助';
  readonly permission: PermissionName;
  /** Its Chinese words that people ask for by themselves: 我要报数. */
  readonly askedAlone?: readonly string[];
  /** Its Chinese words that people say last as well: 镇街排名. */
  readonly saidLast?: readonly string[];
  /** Asks the trail before the transaction opens, for who holds the permission; its result is passed to the handler. */
  readonly lookUp?: (sources: LookUpSources, rest: string) => Promise<unknown>;
  /** Its word begins names of indicators too (诉求 满意率): whether a text without a slash is a report instead. */
  readonly isReport?: (context: Context, text: string) => Promise<boolean>;
  /** Reads the rest of the line and answers. */
  readonly answer: (context: Context, rest: string, found?: unknown) => Promise<Reply>;
}

interface Declaration<A extends z.ZodType> extends Omit<Command, 'answer'> {
  /** Checks `{ rest }`, what was said after the command's word. */
  readonly args: A;
  readonly run: (context: Context, args: z.output<A>, found?: unknown) => Promise<Reply>;
}

/** Declares a command. Its arguments are checked before it runs; a ZodError becomes the sentence of its first issue. */
export function defineCommand<A extends z.ZodType>({ args, run, ...command }: Declaration<A>): Command {
  return { ...command, answer: (context, rest, found) => run(context, args.parse({ rest }), found) };
}
