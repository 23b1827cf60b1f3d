const evil = 'globalThis.hacked=1';

const attempts = [
  `<img src=x onerror=${evil}>`,
  `<script>${evil}</script>`,
  `&#60;img src=x onerror=${evil}&#62;`,
  `&lt;script&gt;${evil}&lt;/script&gt;`,
  `[点我](javascript:${evil})`,
  `[点我](JaVaScRiPt:${evil})`,
  `[点我](&#106;avascript:${evil})`,
  `[点我](data:text/html,<script>${evil}</script>)`,
  `<a href="javascript:${evil}">点我</a>`,
  `<link url='javascript:${evil}'>点我</link>`,
  `<font color='red;background:url(javascript:${evil})' onclick='${evil}'>字</font>`,
  `<font color='red" onmouseover="${evil}'>字</font>`,
  `<text_tag color='"><img src=x onerror=${evil}>'>字</text_tag>`,
  `<svg onload=${evil}>`,
  `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
  `![](x" onerror="${evil})`,
  `<at id="><img src=x onerror=${evil}>"></at>`,
  `<person id="<img src=x onerror=${evil}>"></person>`,
  `<local_datetime millisecond="<img src=x onerror=${evil}>"></local_datetime>`,
  `<raw><img src=x onerror=${evil}></raw>`,
  `\`\`\`html\n<img src=x onerror=${evil}>\n\`\`\``,
  `| <img src=x onerror=${evil}> |\n| --- |\n| <svg onload=${evil}> |`,
];

const html = `<img src=x onerror=${evil}>`;
const plain = { tag: 'plain_text', content: html };

/** A card that tries to run something wherever a card may hold text. The platform would refuse it; a renderer must not trust that. */
export const hostileCard = {
  schema: '2.0',
  config: { update_multi: true },
  header: {
    title: plain,
    subtitle: { tag: 'lark_md', content: html },
    template: `blue" onclick="${evil}`,
    text_tag_list: [{ tag: 'text_tag', text: plain, color: html }],
  },
  body: {
    padding: `1px;background:url(javascript:${evil})`,
    elements: [
      ...attempts.map((content) => ({ tag: 'markdown', content })),
      ...attempts.map((content) => ({ tag: 'div', text: { tag: 'lark_md', content } })),
      {
        tag: 'button',
        text: plain,
        type: html,
        behaviors: [{ type: 'open_url', default_url: `javascript:${evil}` }],
      },
      { tag: 'select_static', placeholder: plain, options: [{ text: plain, value: html }] },
      { tag: 'input', name: html, label: plain, placeholder: plain, default_value: html },
      {
        tag: 'table',
        columns: [
          { name: 'a', display_name: html, data_type: 'lark_md', width: html },
          { name: 'b', data_type: 'options' },
        ],
        rows: [{ a: html, b: [{ text: html, color: html }] }],
      },
      {
        tag: 'collapsible_panel',
        expanded: true,
        header: { title: { tag: 'markdown', content: html } },
        elements: [{ tag: 'img', img_key: html, alt: plain }],
      },
      { tag: html },
    ],
  },
};
