import { z } from 'zod';
import { helpCard } from '#cards/system/help.ts';
import { holds } from '../authorize/authorize.ts';
import type { CommandSummary, Context } from '../context.ts';
import { roleNames } from '../domain/people/role.ts';
import { findWhatIfExample } from '../operations/working/what-if-example.ts';
import { defineCommand } from './define-command.ts';

/** What is understood without a command; in a group only what mentions the bot is heard. */
function tipsFor({ actor, place }: Pick<Context, 'actor' | 'place'>): string[] {
  const how = place.type === 'private' ? '也可以直接发一句话' : '也可以 @机器人 说一句话，或在私聊里直接发';
  return [
    ...(holds(actor, 'report') ? [`${how}，例如：固投10月累计12.35亿元`] : []),
    ...(holds(actor, 'import') ? ['要导入表格，在私聊里把 .xlsx 文件发来'] : []),
  ];
}

const entryOf = ({ name, alias, summary, example }: CommandSummary) => ({
  title: alias,
  summary,
  say: `/${name}`,
  example,
});

/** The what-if's example is one of the asker's own unit, since another's would be refused; in a group, where its target is nobody's to read, the command alone leads to it. */
async function withOwnExample(context: Context): Promise<readonly CommandSummary[]> {
  const { commands, place, knowledge, ...asking } = context;
  if (!commands.some(({ name }) => name === 'whatif')) return commands;
  const [book, vocabulary] = [await knowledge.book(), await knowledge.vocabulary()];
  const own = place.type === 'private' ? findWhatIfExample({ ...asking, book, vocabulary }) : undefined;
  const example = own ?? '/测算';
  return commands.map((command) => (command.name === 'whatif' ? { ...command, example } : command));
}

/** `/help 帮助`: what this person may do here, as buttons. */
export const help = defineCommand({
  name: 'help',
  aliases: ['帮助', '功能', '菜单'],
  summary: '看我能做什么',
  example: '/帮助',
  section: '帮助',
  permission: 'help',
  args: z.object({ rest: z.string() }),
  async run(context) {
    const { actor, frame } = context;
    const commands = await withOwnExample(context);
    // Binding is the administrator's and the desk's business once a person is bound.
    const binds = holds(actor, 'bind.manage') || holds(actor, 'enterprise.invite');
    const offered = commands.filter(({ name }) => name !== 'help' && (name !== 'bind' || binds));
    const titles = [...new Set(offered.map(({ section }) => section))];
    const shown = titles.map((title) => ({
      title,
      entries: offered.filter(({ section }) => section === title).map(entryOf),
    }));
    const roles = actor.roles.map((role) => roleNames[role]).join('、');
    const name = roles === '' ? '您还没有绑定身份' : `${actor.name} · ${roles}`;
    const useful = actor.roles.length === 0 ? [] : shown;
    return {
      here: [{ card: helpCard({ demo: frame.demo, name, tips: tipsFor(context), sections: useful }) }],
    };
  },
});
