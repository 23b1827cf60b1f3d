import { z } from 'zod';
import { type Instant, longTime } from '#src/shared/time.ts';
import { defineButton } from '../kit/button.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import type { BodyElement } from '../kit/elements.ts';
import { datePicker, form, input, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, type Markup, md, nothing } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { collectionWord, whatWord } from './audit-words.ts';

/** Searches the trail: by the words `q`, older than line `before`; as a form's button by what was filled in. */
export const auditShow = defineButton({
  id: 'audit.show',
  payload: z.object({ q: z.string().max(200).optional(), before: z.number().int().min(1).optional() }),
});

/** The names of the fields. */
export const auditFields = { who: 'who', about: 'about', topic: 'topic', from: 'from', to: 'to' } as const;

/** Documents that a line put or removed: what they are, never what they say. */
interface AuditThing {
  readonly collection: string;
  /** Names of what it belongs to; may be empty. */
  readonly name: string;
  readonly fields: readonly string[];
  readonly removed: boolean;
}

/** One line of the trail, with names instead of ids. */
export interface AuditRow {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly why?: string | undefined;
  /** How many documents it touched, and how many of them are what was looked for. */
  readonly total: number;
  readonly asked: number;
  /** The first of those. */
  readonly things: readonly AuditThing[];
  /** Too many documents to name. */
  readonly large: boolean;
}

/** A page of the audit trail. */
export interface AuditView extends Pick<Frame, 'demo'> {
  /** What was searched for, as typed; empty: the newest. */
  readonly q: string;
  readonly rows: readonly AuditRow[];
  /** Lines before this number are older; undefined at the beginning. */
  readonly next?: number | undefined;
  readonly isFirst: boolean;
  /** Where a long search paused. */
  readonly until?: Instant | undefined;
  readonly damaged: number;
  readonly head: { readonly seq: number; readonly head: string };
  readonly topics: readonly string[];
}

/** Who did what, when and why, newest first, with a form to search; administrators only. */
export function auditCard(view: AuditView): Card {
  const { q, rows, head } = view;
  return card({
    frame: plainFrame(view),
    title: '审计记录',
    subtitle: q === '' ? '最近的记录，新的在前' : `查找：${q}`,
    elements: [
      ...rows.flatMap((each, index) => [index > 0 && hr(), markdown(rowText(each))]),
      rows.length === 0 && markdown(md`没有符合条件的记录。`),
      view.until !== undefined && caption(`已查到 ${longTime(view.until)} 为止，更早的请点“更早”。`),
      view.damaged > 0 &&
        markdown(md`${bold(`有 ${view.damaged} 行读不出来`)}，日志文件可能已损坏，请检查磁盘并核对备份。`),
      row([
        view.next !== undefined &&
          auditShow.button({ text: '更早 ›', size: 'small', payload: { q, before: view.next } }),
        !view.isFirst && auditShow.button({ text: '回到最新', size: 'small', payload: { q } }),
      ]),
      hr(),
      markdown(md`${bold('查找')}`),
      searchForm(view),
      caption(`日志链共 ${head.seq} 行。链头请定期抄存到系统外，日后可核对日志是否被改写：`),
      caption(head.head),
    ],
  });
}

function rowText(entry: AuditRow): Markup {
  const { at, who, what, why, things, large } = entry;
  return lines(
    md`${bold(who)} ${whatWord(what)}　${longTime(at)}`,
    ...things.map(thingText),
    countText(entry),
    large ? md`一次写入大量资料，不逐条列出` : nothing,
    why === undefined ? nothing : md`原因：${cut(why, 120)}`,
  );
}

function countText({ total, asked, things }: AuditRow): Markup {
  if (total <= things.length) return nothing;
  const fitting = asked < total ? `，其中 ${asked} 条符合查找` : '';
  return coloured(
    'grey',
    `共 ${total} 条${fitting}${asked > things.length ? `，列出前 ${things.length} 条` : ''}`,
  );
}

const mostFields = 8;

function thingText({ collection, name, fields, removed }: AuditThing): Markup {
  const named = `${removed ? '删除' : ''}${collectionWord(collection)}${name === '' ? '' : `：${cut(name, 60)}`}`;
  if (fields.length === 0) return md`${named}`;
  const more = fields.length > mostFields ? ` 等 ${fields.length} 项` : '';
  return md`${named}（字段 ${fields.slice(0, mostFields).join('、')}${more}）`;
}

function searchForm({ topics }: AuditView): BodyElement {
  const { who, about, topic, from, to } = auditFields;
  return form('audit', [
    input({ name: who, placeholder: '姓名，如 许美玲', max: 30 }),
    input({ name: about, placeholder: '单位、指标或编号，如 区财政局、P0467', max: 40 }),
    selectStatic({
      name: topic,
      placeholder: '哪一类',
      options: topics.map((text) => ({ value: text, text })),
    }),
    caption('起止日期，可不填'),
    datePicker({ name: from, placeholder: '从哪天' }),
    datePicker({ name: to, placeholder: '到哪天' }),
    auditShow.submit({ name: 'submit', text: '查找', payload: {} }),
  ]);
}
