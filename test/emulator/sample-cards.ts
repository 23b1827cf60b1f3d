const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: object) => [{ type: 'callback', value }];

function card(title: string, template: string, elements: readonly object[]) {
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: title } },
    header: {
      title: plain(title),
      subtitle: plain('截至 2026年11月6日 09:00 · 规则版本 3'),
      template,
      text_tag_list: [{ tag: 'text_tag', text: plain('演示数据'), color: 'neutral' }],
    },
    body: { elements },
  };
}

const markdown = (content: string, extra: object = {}) => ({ tag: 'markdown', content, ...extra });

const column = (label: string, figure: string, weight = 1) => ({
  tag: 'column',
  width: 'weighted',
  weight,
  elements: [
    markdown(`<font color='grey'>${label}</font>`, { text_size: 'notation' }),
    markdown(`## ${figure}`),
  ],
});

const ranking = card('10月排名 · 经济发展赛道', 'blue', [
  {
    tag: 'column_set',
    flex_mode: 'bisect',
    background_style: 'grey',
    columns: [column('已报 / 应报', '132 / 134'), column('本单位', '第 3 名'), column('较上月', '↑ 2')],
  },
  {
    tag: 'table',
    page_size: 5,
    row_height: 'low',
    header_style: { background_style: 'grey', bold: true },
    columns: [
      { name: 'place', display_name: '名次', data_type: 'number', width: '80px', horizontal_align: 'center' },
      { name: 'unit', display_name: '单位', data_type: 'text', width: 'auto' },
      {
        name: 'score',
        display_name: '得分',
        data_type: 'number',
        format: { precision: 2 },
        horizontal_align: 'right',
      },
      { name: 'state', display_name: '状态', data_type: 'options' },
    ],
    rows: ['区发改委', '经开区', '城投集团', '区商务局', '大市口街道', '正东路街道', '健康路街道'].map(
      (unit, index) => ({
        place: index + 1,
        unit,
        score: 98.5 - index * 1.37,
        state: [{ text: index > 4 ? '预警' : '正常', color: index > 4 ? 'red' : 'green' }],
      }),
    ),
  },
  {
    tag: 'chart',
    aspect_ratio: '16:9',
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      data: {
        values: [
          { n: '发改委', v: 98.5 },
          { n: '经开区', v: 97.1 },
          { n: '城投', v: 95.8 },
        ],
      },
      xField: 'v',
      yField: 'n',
      label: { visible: true },
    },
  },
  {
    tag: 'column_set',
    flex_mode: 'flow',
    columns: ['查看得分', '提升路线', '上月'].map((label, index) => ({
      tag: 'column',
      width: 'auto',
      elements: [
        {
          tag: 'button',
          text: plain(label),
          type: index === 0 ? 'primary' : 'default',
          behaviors: callback({ action: 'x', index }),
        },
      ],
    })),
  },
  markdown('仅供参考，以正式通报为准', { text_size: 'notation' }),
]);

const confirmation = card('请确认 2 项进度', 'turquoise', [
  markdown(
    '**固定资产投资** 10月 累计 **12.35 亿元** <text_tag color="green">同比 +7.1%</text_tag>\n\n- 上期 11.02 亿元\n- 目标 12 亿元，完成 <font color="green">102.9%</font>',
  ),
  { tag: 'hr' },
  markdown('**规上工业增加值增速** 10月 **6.8%** <text_tag color="red">低于全市 0.4 个百分点</text_tag>'),
  {
    tag: 'column_set',
    flex_mode: 'flow',
    columns: [
      {
        tag: 'column',
        width: 'auto',
        elements: [
          {
            tag: 'button',
            name: 'ok',
            text: plain('确认上报'),
            type: 'primary_filled',
            behaviors: callback({ action: 'report.confirm' }),
          },
        ],
      },
      {
        tag: 'column',
        width: 'auto',
        elements: [
          {
            tag: 'button',
            text: plain('放弃'),
            type: 'danger',
            confirm: { title: plain('放弃这次上报？'), text: plain('不会保存任何内容。') },
            behaviors: callback({ action: 'report.drop' }),
          },
        ],
      },
    ],
  },
]);

const form = card('企业诉求登记', 'orange', [
  {
    tag: 'form',
    name: 'problem_form',
    elements: [
      {
        tag: 'input',
        name: 'title',
        required: true,
        max_length: 100,
        label: plain('诉求标题'),
        placeholder: plain('一句话说清楚'),
      },
      { tag: 'input', name: 'detail', input_type: 'multiline_text', rows: 3, label: plain('详细情况') },
      {
        tag: 'select_static',
        name: 'category',
        required: true,
        placeholder: plain('请选择类别'),
        options: ['融资', '用工', '用地'].map((each) => ({ text: plain(each), value: each })),
      },
      { tag: 'date_picker', name: 'due', placeholder: plain('希望解决的日期') },
      { tag: 'checker', name: 'urgent', text: plain('紧急'), checked: false },
      {
        tag: 'column_set',
        flex_mode: 'flow',
        columns: [
          {
            tag: 'column',
            width: 'auto',
            elements: [
              {
                tag: 'button',
                name: 'submit',
                type: 'primary',
                text: plain('提交'),
                form_action_type: 'submit',
                behaviors: callback({ action: 'problem.submit' }),
              },
            ],
          },
          {
            tag: 'column',
            width: 'auto',
            elements: [{ tag: 'button', name: 'reset', text: plain('重填'), form_action_type: 'reset' }],
          },
        ],
      },
    ],
  },
]);

const everything = card('其他组件', 'violet', [
  {
    tag: 'div',
    text: { tag: 'lark_md', content: '**div** 文本与 [链接](https://example.com)' },
    fields: [
      { is_short: true, text: { tag: 'lark_md', content: '**单位**\n区发改委' } },
      { is_short: true, text: { tag: 'plain_text', content: '责任领导\n陈志远' } },
    ],
  },
  markdown(
    '# 一级\n### 三级\n1. 甲\n2. 乙\n    - 子项\n\n> 引用\n\n`代码` 与\n```json\n{"a": 1}\n```\n| 指标 | 值 |\n| --- | --- |\n| 固投 | 12.3 |\n\n<at id=ou_cadre></at> &lt;b&gt;不是标签&lt;/b&gt;',
  ),
  { tag: 'person', user_id: 'ou_head', show_name: true, style: 'capsule' },
  { tag: 'collapsible_panel', header: { title: plain('展开看依据') }, elements: [markdown('折叠的内容')] },
  {
    tag: 'interactive_container',
    has_border: true,
    corner_radius: '8px',
    padding: '12px',
    behaviors: callback({ action: 'open' }),
    elements: [markdown('整块可以点')],
  },
  {
    tag: 'select_static',
    placeholder: plain('换一个月'),
    options: [
      { text: plain('9月'), value: '2026-09' },
      { text: plain('10月'), value: '2026-10' },
    ],
  },
  {
    tag: 'overflow',
    options: [
      { text: plain('导出'), value: 'export' },
      { text: plain('冻结'), value: 'freeze' },
    ],
  },
  {
    tag: 'checker',
    name: 'done',
    text: plain('已核对'),
    checked: true,
    behaviors: callback({ action: 'check' }),
  },
  { tag: 'img', img_key: 'img_v3_x', alt: plain('现场照片') },
]);

/** Cards that use every component the renderer knows, until the product's own samples exist. */
export const sampleCards = [
  { id: 'ranking', title: '排名', card: ranking },
  { id: 'confirmation', title: '上报确认', card: confirmation },
  { id: 'form', title: '诉求表单', card: form },
  { id: 'everything', title: '其他组件', card: everything },
];
