import { z } from 'zod';
import { shaped } from './answer-shapes.ts';
import type { AuthorisedExchange } from './authorised-exchange.ts';
import { bodyOf } from './classify-answer.ts';
import { type Feishu, PlatformError } from './feishu.ts';
import { checkedFileKey, checkedId } from './platform-ids.ts';

const uploadedSchema = z.object({ data: z.object({ file_key: z.string().min(1) }) });

/** What the platform calls a file by its ending; anything else is a `stream`. */
const fileTypes = new Map([
  ['xlsx', 'xls'],
  ['xls', 'xls'],
  ['docx', 'doc'],
  ['pdf', 'pdf'],
]);

/** A form with one file, as its bytes and their content type. */
async function formOf({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const form = new FormData();
  form.set('file_type', fileTypes.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'stream');
  form.set('file_name', name);
  form.set('file', new Blob([Buffer.from(bytes)]), name);
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  return { body, headers: { 'content-type': encoded.headers.get('content-type') ?? '' } };
}

/** The part of the port that moves files (fact sheet §4.9; a message's file: open.feishu.cn …/reference/im-v1/message-resource/get, scope `im:message:readonly`); past the SDK, whose client takes only JSON from our connections. */
export function createFiles(exchange: AuthorisedExchange): Pick<Feishu, 'uploadFile' | 'downloadFile'> {
  return {
    async uploadFile(file) {
      const form = await formOf(file);
      const answer = await exchange.send({ method: 'POST', path: '/open-apis/im/v1/files', ...form });
      return shaped(uploadedSchema, bodyOf(answer)).data.file_key;
    },
    async downloadFile(messageId, { type, key }, maxBytes) {
      const path = `/open-apis/im/v1/messages/${checkedId(messageId)}/resources/${checkedFileKey(key)}?type=${type}`;
      const answer = await exchange.send({ method: 'GET', path, headers: {}, maxBytes });
      if (answer.status === 200) return answer.body;
      bodyOf(answer);
      throw new PlatformError('unknown', answer.status, { message: '平台没有给出文件' });
    },
  };
}
