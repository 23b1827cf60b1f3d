import { z } from 'zod';
import { importHowCard } from '#cards/system/import-how.ts';
import { holds } from '../authorize/authorize.ts';
import { importsAllValues } from '../authorize/may-import.ts';
import { defineCommand } from './define-command.ts';

/** `/import 导入`: how to bring in a workbook, which is by sending it here; what the person may bring in. */
export const importWorkbook = defineCommand({
  name: 'import',
  aliases: ['导入', '上传'],
  summary: '导入工作簿：私聊发送 .xlsx，先预览后确认',
  example: '/导入',
  section: '管理',
  permission: 'import',
  args: z.object({ rest: z.string() }),
  async run({ actor, frame }) {
    const some = importsAllValues(actor) ? 'all' : 'own';
    const card = importHowCard({
      demo: frame.demo,
      roster: holds(actor, 'import.roster'),
      rules: holds(actor, 'import.rules'),
      values: holds(actor, 'import.values') ? some : 'none',
    });
    return { here: [{ card }] };
  },
});
