import { publishAskCard } from '#cards/published/publish-ask.ts';
import { publishAsk as button } from '#cards/published/published-buttons.ts';
import { tableScopeSchema } from '../../domain/assessment/records/published-table.ts';
import { foreseeTable } from '../../operations/published/publish-table.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** Asks before the chosen table is published: how complete it is, and what a correction changes. */
export const publishAsk = defineAction({
  button,
  permission: 'publish',
  once: false,
  async run({ tx, now, frame, knowledge }, { period }, { option = '' }) {
    const [scope, of] = option.split('|');
    const chosen = tableScopeSchema.safeParse({ scope, of });
    if (!chosen.success) throw errors.badInput('请选择要公布的赛道或专班。');
    const table = { ...chosen.data, period };
    const { name, content, before, changes } = await foreseeTable(tx, await knowledge.book(), {
      ...table,
      now,
    });
    const lines = content.rows.flatMap((row) => row.lines);
    const card = publishAskCard({
      ...{ demo: frame.demo, asOf: now, ruleVersion: content.rule_version },
      ...table,
      name,
      units: content.rows.length,
      provisional: content.rows.filter(({ provisional }) => provisional).length,
      unreported: lines.filter(({ status }) => status === 'unreported').length,
      ...(before ? { edition: before.edition } : {}),
      changes,
    });
    return { replace: { card } };
  },
});
