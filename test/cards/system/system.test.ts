import { describe, expect, it } from 'vitest';
import { bindCard } from '#cards/system/bind.ts';
import { chatRegisterCard } from '#cards/system/chat-register.ts';
import { helpCard } from '#cards/system/help.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import { elementsOf, fieldsIn, textOf, valueOfButton, valuesIn } from '../read-card.ts';

describe('help', () => {
  const entry = { title: '排名', summary: '看赛道排名', say: '/ranking', example: '/排名 园区 10月' };

  it('has a button for each thing that the asker may do, and nothing else', () => {
    const card = helpCard({ demo: true, name: '周明', sections: [{ title: '考核', entries: [entry] }] });
    expect(valuesIn(card)).toEqual([{ say: '/ranking' }]);
    expect(textOf(card)).toContain('例：/排名 园区 10月');
  });

  it('says what needs no command only to whom it is of use', () => {
    const view = { demo: true, name: '周明', sections: [] };
    expect(textOf(helpCard(view))).toContain('点按钮就行，不用记命令。');
    expect(textOf(helpCard({ ...view, tips: ['可以发 .xlsx'] }))).toContain('不用记命令；可以发 .xlsx。');
  });

  it('tells a stranger whom to turn to', () => {
    expect(textOf(helpCard({ demo: true, name: '访客', sections: [] }))).toContain('请联系系统管理员');
  });
});

describe('a near miss', () => {
  it('offers the closest commands and all of help', () => {
    const suggestions = [{ title: '排名', summary: '看赛道排名', say: '/ranking' }];
    const card = suggestCard({ demo: true, said: '/排明', suggestions });
    expect(textOf(card)).toContain('您是不是想…');
    expect(valuesIn(card)).toEqual([{ say: '/ranking' }, { say: '/help' }]);
  });

  it('quotes what was said as text, never as markup', () => {
    const card = suggestCard({ demo: true, said: '<at id=all></at>', suggestions: [] });
    expect(JSON.stringify(card)).not.toContain('<at');
    expect(textOf(card)).toContain('<at id=all></at>');
  });
});

it('a sentence is also what the chat list shows, and names its reference', () => {
  const card = sentenceCard({ demo: false, text: '已静音。', reference: 'K7M2QX' });
  expect(card.config.summary?.content).toBe('已静音。');
  expect(textOf(card)).toContain('编号 K7M2QX');
});

describe('binding', () => {
  it('asks for a mobile or e-mail and a name, and offers a choice only where several fit', () => {
    expect(fieldsIn(bindCard({ demo: true }))).toEqual(['contact', 'roster']);
    const candidates = [{ value: 'C023', text: '周明' }];
    const card = bindCard({ demo: true, contact: '13800000000', candidates });
    expect(elementsOf(card, 'input')[0]?.default_value).toBe('13800000000');
    expect(elementsOf(card, 'select_static')).toHaveLength(1);
    expect(valueOfButton(card, '绑定')).toEqual({ action: 'bind.submit' });
  });
});

describe('registering a group', () => {
  it('says what it is so far and offers every kind', () => {
    const card = chatRegisterCard({ demo: true, owners: [{ value: 'TF01', text: '经济运行专班' }] });
    expect(textOf(card)).toContain('未登记，不显示任何数据');
    expect(fieldsIn(card)).toEqual(['kind', 'of']);
    expect(valueOfButton(card, '登记')).toEqual({ action: 'chat.register' });
  });
});
