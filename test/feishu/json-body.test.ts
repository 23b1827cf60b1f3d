import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonBodies } from '#src/feishu/json-body.ts';

const data = fc.record(
  {
    content: fc.string({ unit: 'binary' }),
    msg_type: fc.string(),
    uuid: fc.option(fc.string(), { nil: undefined }),
  },
  { requiredKeys: ['content'] },
);

describe('a body', () => {
  it('says what the data say, whether its content goes to many or not', () => {
    fc.assert(
      fc.property(data, fc.boolean(), (said, isShared) => {
        const bodies = createJsonBodies();
        if (isShared) bodies.share(said.content);
        const bytes = bodies.of(said);
        expect(JSON.parse(bytes.toString())).toEqual(JSON.parse(JSON.stringify(said)));
      }),
    );
  });

  it('is right for any content, also after hundreds were shared', () => {
    const bodies = createJsonBodies();
    for (let n = 0; n < 300; n += 1) bodies.share(`“${n}”`);
    for (let n = 0; n < 300; n += 1)
      expect(JSON.parse(bodies.of({ content: `“${n}”`, uuid: 'u' }).toString())).toEqual({
        content: `“${n}”`,
        uuid: 'u',
      });
  });

  it('of data without content is plain JSON', () => {
    expect(
      createJsonBodies()
        .of({ a: [1] })
        .toString(),
    ).toBe('{"a":[1]}');
    expect(createJsonBodies().of(null).toString()).toBe('null');
  });
});
